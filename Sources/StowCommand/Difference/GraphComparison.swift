internal import CapnProto
internal import Foundation
internal import Stowage

/// Compares the values of two graphs, by the names that people gave them.
struct GraphComparison {
  /// A graph, with what its values refer to.
  struct Side {
    let graph: Wire.Graph.Reader
    let storages: [Tensor.Storage]
    var shapes: [[String]] = []

    init(_ stored: StoredGraph, _ file: StowedFile) throws {
      graph = stored.root
      storages = try stored.storages.all()
      var budget = 1 << 16 + file.valueBudget
      for shape in try graph.shapes {
        let names = try shape.names
        budget -= names.count + 1
        guard budget >= 0 else {
          throw StowageError(.invalidContent, "there are more names than there is room for")
        }
        shapes.append(try names.map { String($0) })
      }
    }

    /// A tensor of the graph.
    func tensor(_ reader: Wire.Tensor.Reader, _ path: String) throws -> Tensor {
      guard Int(reader.storage) < storages.count else {
        throw StowageError(.invalidContent, "there is no storage \(reader.storage)", path: path)
      }
      return try Tensor(
        storages[Int(reader.storage)], shape: reader.shape.map { Int(clamping: $0) },
        strides: reader.strides.map { Int(clamping: $0) }, offset: Int(clamping: reader.offset))
    }
  }

  private struct Pair: Hashable {
    let left: Int
    let right: Int
  }

  private let left: Side
  private let right: Side
  private let differences: DifferenceList
  private var structs: StructComparison
  private let structure: (UInt64) -> StructSchema?
  private var seen: Set<Pair> = []
  private var waiting: [(Pair, String)] = []
  private var budget: Int
  private static let deepest = 128

  init(
    _ left: Side, _ right: Side, _ differences: DifferenceList, budget: Int,
    progress: @escaping (Int) -> Void, structure: @escaping (UInt64) -> StructSchema?
  ) {
    (self.left, self.right, self.differences) = (left, right, differences)
    (self.structure, self.budget) = (structure, budget)
    structs = StructComparison(differences, progress: progress, structure: structure)
  }

  mutating func compare() throws {
    try compare(left.graph.root, right.graph.root, "value", 0)
    // What is shared is compared once, where it comes up first.
    while let (pair, path) = waiting.popLast() { try compare(shared: pair, path) }
  }

  private mutating func compare(shared pair: Pair, _ path: String) throws {
    let (ones, twos) = (try left.graph.shared, try right.graph.shared)
    guard pair.left < ones.count, pair.right < twos.count else {
      throw StowageError(.invalidContent, "there is no such shared value", path: path)
    }
    switch (try ones[pair.left].which, try twos[pair.right].which) {
    case (.reference(let one), .reference(let two)), (.part(let one), .part(let two)):
      try compare(one, two, path, 0)
    case (.instance(let one), .instance(let two)): try compare(one, two, path, 0)
    default: differences.add(Difference(path: path, left: "shared", right: "another kind"))
    }
  }

  private mutating func follow(_ one: UInt32, _ two: UInt32, _ path: String) {
    let pair = Pair(left: Int(one), right: Int(two))
    if seen.insert(pair).inserted { waiting.append((pair, path)) }
  }

  private mutating func spend(_ count: Int) throws {
    budget -= count
    guard budget >= 0 else {
      throw StowageError(.invalidContent, "there are more values than the message has room for")
    }
  }

  private mutating func compare(
    _ one: Wire.Value.Reader, _ two: Wire.Value.Reader, _ path: String, _ depth: Int
  ) throws {
    guard depth < Self.deepest else {
      throw StowageError(.invalidContent, "the values are too deep", path: path)
    }
    if let first = try entries(one, left), let second = try entries(two, right) {
      return try compare(first, second, path, depth)
    }
    if let first = try elements(one), let second = try elements(two) {
      return try compare(first, second, path, depth)
    }
    switch (try one.which, try two.which) {
    case (.object(let one), .object(let two)): try compare(one, two, path, depth)
    case (.tensor(let one), .tensor(let two)): try compare(one, two, path)
    case (.reference(let one), .reference(let two)), (.instance(let one), .instance(let two)),
      (.part(let one), .part(let two)):
      follow(one, two, path)
    case (.bytes(let one), .bytes(let two)):
      try structs.compare(.data(one), .data(two), path, 0)
    default:
      try compare(leaf(one), leaf(two), path)
    }
  }

  private func compare(_ first: Leaf, _ second: Leaf, _ path: String) {
    guard first != second else { return }
    let isAlike = first.text == second.text
    differences.add(
      Difference(
        path: path, left: isAlike ? first.kind + " " + first.text + first.bitsText : first.text,
        right: isAlike ? second.kind + " " + second.text + second.bitsText : second.text))
  }

  // MARK: Single values

  private struct Leaf: Equatable {
    let kind: String
    let text: String
    var bits: UInt64 = 0

    var bitsText: String { bits == 0 ? "" : " (0x\(String(bits, radix: 16)))" }

    static func == (left: Self, right: Self) -> Bool {
      left.kind == right.kind && left.text == right.text && left.bits == right.bits
    }
  }

  private func leaf(_ value: Wire.Value.Reader) throws -> Leaf {
    switch try value.which {
    case .null: Leaf(kind: "null", text: "null")
    case .bool(let value): Leaf(kind: "bool", text: "\(value)")
    case .int(let value): Leaf(kind: "int", text: "\(value)")
    case .uint(let value): Leaf(kind: "uint", text: "\(value)")
    case .double(let value): Leaf(kind: "double", text: "\(value)", bits: value.bitPattern)
    case .doubleBits(let bits):
      Leaf(kind: "double", text: "\(Double(bitPattern: bits))", bits: bits)
    case .date(let value): Leaf(kind: "date", text: "\(value) s", bits: value.bitPattern)
    case .dateBits(let bits):
      Leaf(kind: "date", text: "\(Double(bitPattern: bits)) s", bits: bits)
    case .string(let text):
      Leaf(kind: "string", text: ScalarText.quoted(text.string, longest: .max))
    case .type(let name): Leaf(kind: "type", text: ScalarText.plain(name.string))
    case .bytes(let bytes): Leaf(kind: "bytes", text: "\(bytes.count) bytes")
    case .array, .ints, .doubles, .strings: Leaf(kind: "array", text: "an array")
    case .table, .record: Leaf(kind: "table", text: "a table")
    case .tensor: Leaf(kind: "tensor", text: "a tensor")
    case .object(let object): Leaf(kind: "object", text: ScalarText.plain("\(try object.type)"))
    case .reference: Leaf(kind: "reference", text: "a reference")
    case .instance: Leaf(kind: "instance", text: "an object")
    case .part: Leaf(kind: "part", text: "a part")
    case .unrecognized(let tag): Leaf(kind: "unknown", text: "a value of kind \(tag)")
    }
  }

  // MARK: Arrays and tables

  private enum Elements {
    case values(List<Wire.Value>.Reader)
    case ints(ScalarListReader<Int64>)
    case doubles(ScalarListReader<Double>)
    case strings(List<Text>.Reader)

    var count: Int {
      switch self {
      case .values(let list): list.count
      case .ints(let list): list.count
      case .doubles(let list): list.count
      case .strings(let list): list.count
      }
    }
  }

  private func elements(_ value: Wire.Value.Reader) throws -> Elements? {
    switch try value.which {
    case .array(let list): .values(list)
    case .ints(let list): .ints(ScalarListReader(_raw: list._raw))
    case .doubles(let list): .doubles(ScalarListReader(_raw: list._raw))
    case .strings(let list): .strings(list)
    default: nil
    }
  }

  private mutating func compare(
    _ one: Elements, _ two: Elements, _ path: String, _ depth: Int
  ) throws {
    if one.count != two.count {
      differences.add(
        Difference(path: path, left: "\(one.count) elements", right: "\(two.count) elements"))
    }
    let common = min(one.count, two.count)
    var summary = NumberSummary()
    for index in 0..<common {
      switch (one, two) {
      case (.values(let one), .values(let two)):
        try spend(1)
        try compare(one[index], two[index], "\(path)[\(index)]", depth + 1)
      case (.ints(let one), .ints(let two)): summary.add(.int(one[index]), .int(two[index]), index)
      case (.doubles(let one), .doubles(let two)):
        summary.add(.float64(one[index]), .float64(two[index]), index)
      case (.strings(let one), .strings(let two)):
        try structs.compare(.text(one[index]), .text(two[index]), "\(path)[\(index)]", 0)
      default:
        // The same array can be written as one of values and as one of numbers.
        try compare(leaf(one, index), leaf(two, index), "\(path)[\(index)]")
      }
    }
    if let difference = summary.difference(common, path) { differences.add(difference) }
  }

  /// An element, where it is a single value.
  private func leaf(_ elements: Elements, _ index: Int) throws -> Leaf {
    switch elements {
    case .values(let list): try leaf(list[index])
    case .ints(let list): Leaf(kind: "int", text: "\(list[index])")
    case .doubles(let list):
      Leaf(kind: "double", text: "\(list[index])", bits: list[index].bitPattern)
    case .strings(let list):
      Leaf(kind: "string", text: ScalarText.quoted(try list[index].string, longest: .max))
    }
  }

  private func entries(
    _ value: Wire.Value.Reader, _ side: Side
  ) throws -> [(key: String, value: Wire.Value.Reader)]? {
    switch try value.which {
    case .record(let record):
      let values = try record.values
      let shape = Int(record.shape)
      guard shape < side.shapes.count, side.shapes[shape].count == values.count else {
        throw StowageError(.invalidContent, "there is no shape \(shape)")
      }
      return side.shapes[shape].enumerated().map { ($1, values[$0]) }
    case .table(let list):
      guard list.count <= budget else {
        throw StowageError(.invalidContent, "there are more values than the message has room for")
      }
      return try list.map { entry in
        let key = try leaf(entry.key)
        if case .string(let text) = try entry.key.which { return (text.string, try entry.value) }
        return ("[\(key.text)]", try entry.value)
      }
    default: return nil
    }
  }

  private mutating func compare(
    _ one: [(key: String, value: Wire.Value.Reader)],
    _ two: [(key: String, value: Wire.Value.Reader)], _ path: String, _ depth: Int
  ) throws {
    try spend(one.count + two.count)
    func place(_ key: String) -> String {
      key.hasPrefix("[") ? path + key : path + "." + ScalarText.plain(key)
    }
    var places = Dictionary(two.enumerated().map { ($1.key, $0) }) { first, _ in first }
    var last = -1
    var isReordered = false
    for (key, value) in one {
      guard let index = places.removeValue(forKey: key) else {
        try differences.add(Difference(path: place(key), left: leaf(value).text, right: nil))
        continue
      }
      isReordered = isReordered || index < last
      last = index
      try compare(value, two[index].value, place(key), depth + 1)
    }
    for (key, value) in two where places[key] != nil {
      try differences.add(Difference(path: place(key), left: nil, right: leaf(value).text))
    }
    if isReordered {
      differences.add(
        Difference(path: path, left: nil, right: nil, detail: "the keys are in another order"))
    }
  }

  // MARK: Tensors and objects

  private mutating func compare(
    _ one: Wire.Tensor.Reader, _ two: Wire.Tensor.Reader, _ path: String
  ) throws {
    let (first, second) = (try left.tensor(one, path), try right.tensor(two, path))
    guard first.element == second.element, first.shape == second.shape else {
      return differences.add(
        Difference(path: path, left: first.description, right: second.description))
    }
    let (bytes, others) = (try first.contiguousBytes(), try second.contiguousBytes())
    guard bytes != others else { return }
    var summary = NumberSummary()
    let size = first.element.size
    for index in 0..<min(bytes.count, others.count) / size {
      let one = TensorNumber.value(bytes, index, first.element)
      summary.add(one, TensorNumber.value(others, index, second.element), index)
    }
    if let difference = summary.difference(first.count, path) { differences.add(difference) }
  }

  private mutating func compare(
    _ one: Wire.Object.Reader, _ two: Wire.Object.Reader, _ path: String, _ depth: Int
  ) throws {
    let (first, second) = (String(try one.type), String(try two.type))
    guard first == second, one.schema == two.schema else {
      return differences.add(
        Difference(
          path: path + " (type)", left: ScalarText.plain(first), right: ScalarText.plain(second)))
    }
    try compare(one.config, two.config, path + ".(config)", depth + 1)
    switch (try one.which, try two.which) {
    case (.fields(let one), .fields(let two)): try compare(one, two, path, depth + 1)
    case (.text(let state), .text(let other)) where state == other: break
    case (.state, .state), (.state, .text), (.text, .state), (.text, .text):
      try compareStates(one, two, path)
    default:
      differences.add(Difference(path: path, left: "a state", right: "fields"))
    }
  }

  private mutating func compareStates(
    _ one: Wire.Object.Reader, _ two: Wire.Object.Reader, _ path: String
  ) throws {
    if let schema = structure(one.schema) {
      let (state, other) = (try state(one, schema), try state(two, schema))
      return try structs.compare(state, other, path)
    }
    // Without a schema the names are not known, but whether it is the same can be said of structs.
    guard case .state(let state) = try one.which, case .state(let other) = try two.which else {
      let type = ScalarText.plain("\(try one.type)")
      throw StowageError(
        .unregisteredType, "no type is registered as \(type), so its states cannot be compared",
        path: path)
    }
    guard try !state.equals(other) else { return }
    differences.add(Difference(path: path, left: "a state", right: "another"))
  }

  /// The state, however it is written.
  private func state(
    _ object: Wire.Object.Reader, _ schema: StructSchema
  ) throws -> DynamicStruct.Reader {
    switch try object.which {
    case .text(let text): try TextCodec().decode(String(text), as: schema).root(schema)
    case .state(let pointer):
      DynamicStruct.Reader(schema: schema, _raw: try pointer.get(AnyStruct.self))
    case .fields, .unrecognized:
      throw StowageError(.unknownFormat, "a state is of a kind that only a later version knows")
    }
  }
}
