internal import CapnProto
internal import Foundation
internal import Stowage

/// Goes through the values of a graph, by the names that people gave them.
struct GraphOutline {
  private let graph: Wire.Graph.Reader
  private var walk: OutlineWalk
  private let structure: (UInt64) -> StructSchema?
  // Each is followed once: that counts all of it as read.
  private let shared: List<Wire.Shared>.Reader
  private let storages: List<Wire.Storage>.Reader
  private var shapes: GraphShapes
  private var plainNames: [UInt32: [String]] = [:]
  private var seen: BitSet
  private var seenStorages: BitSet
  private var budget: Int

  /// Longer arrays and tables are counted together.
  private static let namedElements = 64
  /// So are the fields of records with more, and of records of many kinds.
  private static let namedFields = 1024
  private static let deepest = 100

  init(
    _ graph: Wire.Graph.Reader, budget: Int, progress: @escaping (Int) -> Void = { _ in },
    structure: @escaping (UInt64) -> StructSchema?
  ) throws {
    self.graph = graph
    self.budget = budget
    self.structure = structure
    walk = OutlineWalk(progress: progress, structure: structure)
    (shared, storages) = (try graph.shared, try graph.storages)
    shapes = try GraphShapes(graph)
    (seen, seenStorages) = (BitSet(), BitSet())
    for count in [shapes.count, shared.count, storages.count] { try spend(count) }
    (seen, seenStorages) = (BitSet(shared.count), BitSet(storages.count))
  }

  /// What the message does not share with its schemas.
  var misfits: [String] { walk.misfits }

  private mutating func spend(_ count: Int) throws {
    budget -= count
    guard budget >= 0 else {
      throw StowageError(.invalidContent, "there are more values than the message has room for")
    }
  }

  mutating func outline() throws -> OutlineNode {
    let root = OutlineNode("value", "")
    root.ownBytes = 8 + size(graph._raw)
    try add(graph.root, to: root, 0)
    root.ownBytes += graph.hasShared ? AnyList.bytes(shared._raw) : 0
    for index in shared.indices where !seen.contains(index) {
      try add(shared: index, to: root.child("(shared \(index))", ""), 0)
    }
    for index in storages.indices where !seenStorages.contains(index) {
      try add(storage: index, to: root.child("(storage \(index))", "storage"))
    }
    guard shapes.count > 0 else { return root }
    let names = root.child("(names)", "names of fields")
    for shape in try graph.shapes {
      let list = try shape.names
      try spend(list.count)
      names.ownBytes += AnyList.bytes(list._raw)
      for index in list.indices {
        names.ownBytes += (try list[index].utf8Count + 8) / 8 * 8
      }
    }
    return root
  }

  private func size(_ reader: StructReader) -> Int {
    ((reader.dataBitCount + 63) / 64 + reader.pointerCount) * 8
  }

  // MARK: Values

  private mutating func add(
    _ value: Wire.Value.Reader, to node: OutlineNode, _ depth: Int
  ) throws {
    node.count += 1
    node.ownBytes += size(value._raw)
    switch try value.which {
    case .null: set(node, "null", "null")
    case .bool(let value): set(node, "bool", "\(value)")
    case .int(let value): set(node, "int", "\(value)")
    case .uint(let value): set(node, "uint", "\(value)")
    case .double(let value): set(node, "double", "\(value)")
    case .doubleBits(let bits): set(node, "double", "\(Double(bitPattern: bits))")
    case .date(let seconds): set(node, "date", Self.date(seconds))
    case .dateBits(let bits): set(node, "date", Self.date(Double(bitPattern: bits)))
    case .string(let text):
      set(node, "string", ScalarText.quoted(text.string))
      node.ownBytes += (text.utf8Count + 8) / 8 * 8
    case .bytes(let bytes):
      set(node, "bytes", nil)
      node.add(elements: bytes.count)
      node.ownBytes += (bytes.count + 7) / 8 * 8
    case .type(let name):
      set(node, "type", ScalarText.plain(name.string))
      node.ownBytes += (name.utf8Count + 8) / 8 * 8
    case .ints(let list):
      numbers(list._raw, shown(list, node), "array of int", node)
    case .doubles(let list):
      numbers(list._raw, shown(list, node), "array of double", node)
    case .strings(let list):
      numbers(list._raw, [], "array of string", node)
      for index in list.indices { node.ownBytes += (try list[index].utf8Count + 8) / 8 * 8 }
    case .array(let list): try array(list, node, depth)
    case .table(let entries): try table(entries, node, depth)
    case .record(let record): try self.record(record, node, depth)
    case .tensor(let tensor): try self.tensor(tensor, node)
    case .object(let object): try add(object, to: node, depth)
    case .reference(let index), .instance(let index), .part(let index):
      try follow(Int(index), to: node, depth)
    case .unrecognized: set(node, "of a later version", nil)
    }
  }

  private func set(_ node: OutlineNode, _ type: String, _ value: String?) {
    node.type = node.count == 1 || node.type == type ? type : "values"
    node.value = node.count == 1 ? value : nil
  }

  private static func date(_ seconds: Double) -> String {
    guard seconds.magnitude < 1e11 else { return "\(seconds) s" }
    return Date(timeIntervalSinceReferenceDate: seconds).formatted(.iso8601)
  }

  /// The elements of a list that is shown: a short one, and the only one here.
  private func shown(
    _ list: some RandomAccessCollection<some CustomStringConvertible>, _ node: OutlineNode
  ) -> [String] {
    list.count <= 8 && node.count == 1 ? list.map(\.description) : []
  }

  private func numbers(
    _ raw: RawListReader, _ start: [String], _ type: String, _ node: OutlineNode
  ) {
    let short = raw.count <= 8 && !start.isEmpty
    set(node, type, short ? "[" + start.joined(separator: ", ") + "]" : nil)
    node.add(elements: raw.count)
    node.ownBytes += AnyList.bytes(raw)
  }

  private mutating func array(
    _ list: List<Wire.Value>.Reader, _ node: OutlineNode, _ depth: Int
  ) throws {
    set(node, "array", nil)
    try spend(list.count)
    node.add(elements: list.count)
    node.ownBytes += list.count > 0 ? 8 : 0
    for index in list.indices {
      let isNamed = list.count <= Self.namedElements && node.count == 1
      let child = node.child(isNamed ? "[\(index)]" : "[]", "")
      try below(depth) { try $0.add(list[index], to: child, depth + 1) }
    }
  }

  private mutating func table(
    _ entries: List<Wire.Entry>.Reader, _ node: OutlineNode, _ depth: Int
  ) throws {
    set(node, "table", nil)
    try spend(entries.count)
    node.add(elements: entries.count)
    node.ownBytes += AnyList.bytes(entries._raw)
    let keys = node.child("(keys)", "keys")
    for index in entries.indices {
      let entry = entries[index]
      try below(depth) { try $0.add(entry.key, to: keys, depth + 1) }
      let name = entries.count <= Self.namedElements ? try self.name(entry.key) : "[]"
      let child = node.child(name, "")
      try below(depth) { try $0.add(entry.value, to: child, depth + 1) }
    }
  }

  private func name(_ key: Wire.Value.Reader) throws -> String {
    switch try key.which {
    case .string(let text): ScalarText.plain(text.string)
    case .int(let value): "[\(value)]"
    case .uint(let value): "[\(value)]"
    case .bool(let value): "[\(value)]"
    case .double(let value): "[\(value)]"
    default: "[]"
    }
  }

  private mutating func record(
    _ record: Wire.Record.Reader, _ node: OutlineNode, _ depth: Int
  ) throws {
    set(node, "table", nil)
    let values = try record.values
    try spend(values.count)
    node.ownBytes += size(record._raw) + (values.count > 0 ? 8 : 0)
    node.add(elements: values.count)
    let isNamed = values.count <= Self.namedFields
    let names = try fieldNames(record.shape, values.count, isNamed)
    for index in values.indices {
      let name = isNamed ? try names.name(index) : "[]"
      let child = node.child(node.hasRoom(for: name, of: Self.namedFields) ? name : "[]", "")
      try below(depth) { try $0.add(values[index], to: child, depth + 1) }
    }
  }

  /// The names of a record's fields, as they are shown where they are.
  private mutating func fieldNames(
    _ shape: UInt32, _ count: Int, _ areShown: Bool
  ) throws -> GraphNames {
    if let names = plainNames[shape], names.count == count { return .known(names) }
    let names = try shapes.names(shape, count: count)
    guard areShown else { return names }
    let plain = try (0..<count).map { ScalarText.plain(try names.name($0)) }
    if case .known = names { plainNames[shape] = plain }
    return .known(plain)
  }

  private mutating func tensor(_ tensor: Wire.Tensor.Reader, _ node: OutlineNode) throws {
    let shape = try tensor.shape
    node.ownBytes += size(tensor._raw) + (shape.count + (try tensor.strides.count)) * 8
    let index = Int(tensor.storage)
    guard index < storages.count else {
      throw StowageError(.invalidContent, "there is no storage \(index)", path: node.name)
    }
    let element = Tensor.ElementType(rawValue: storages[index].element.rawValue)
    set(node, "tensor of \(element.map { "\($0)" } ?? "?")", nil)
    var count: Int? = 1
    for size in shape { count = count?.product(Int(clamping: size)) }
    node.add(elements: count ?? .max)
    if node.count == 1, shape.count <= 8 {
      node.value = "[" + shape.map { "\($0)" }.joined(separator: " × ") + "]"
    }
    if !seenStorages.contains(index) {
      try add(storage: index, to: node)
    } else if node.count == 1 {
      node.value = (node.value ?? "") + " of a storage counted above"
    }
  }

  private mutating func add(storage index: Int, to node: OutlineNode) throws {
    seenStorages.insert(index)
    let storage = storages[index]
    node.ownBytes += size(storage._raw)
    switch try storage.which {
    case .data(let data): node.ownBytes += (data.count + 7) / 8 * 8
    case .blob:
      let element = Tensor.ElementType(rawValue: storage.element.rawValue)?.size ?? 0
      node.ownBytes += Int(clamping: storage.count).product(element) ?? 0
    case .unrecognized: break
    }
  }

  // MARK: Objects

  private mutating func add(
    _ object: Wire.Object.Reader, to node: OutlineNode, _ depth: Int
  ) throws {
    let type = try object.type
    set(node, "object", nil)
    node.type = node.count == 1 ? ScalarText.plain(type.string) : "objects"
    node.ownBytes += size(object._raw) + (type.utf8Count + 8) / 8 * 8
    if object.hasConfig {
      let config = node.child("(config)", "")
      try below(depth) { try $0.add(object.config, to: config, depth + 1) }
    }
    switch try object.which {
    case .fields(let fields): try below(depth) { try $0.add(fields, to: node, depth + 1) }
    case .text(let text): node.ownBytes += (text.utf8Count + 8) / 8 * 8
    case .state(let pointer):
      guard !pointer.isNull else { return }
      let schema = structure(object.schema)
      let state = node.child("(state)", schema?.name ?? "unknown")
      try walk.step(node.name) { walk in
        if let schema {
          try walk.add(pointer, .structure(schema), to: state)
        } else {
          try walk.add(untyped: pointer, to: state)
        }
      }
    case .unrecognized: break
    }
  }

  /// Goes to what is shared, the first time that it comes up.
  private mutating func follow(_ index: Int, to node: OutlineNode, _ depth: Int) throws {
    guard index < shared.count else {
      throw StowageError(.invalidContent, "there is no shared value \(index)", path: node.name)
    }
    guard depth < Self.deepest, !seen.contains(index) else {
      set(node, "reference", seen.contains(index) ? "counted above" : "counted below")
      return
    }
    node.count -= 1
    try add(shared: index, to: node, depth + 1)
  }

  private mutating func add(shared index: Int, to node: OutlineNode, _ depth: Int) throws {
    seen.insert(index)
    switch try shared[index].which {
    case .reference(let value), .part(let value): try add(value, to: node, depth)
    case .instance(let object):
      node.count += 1
      try add(object, to: node, depth)
    case .unrecognized: break
    }
  }

  private mutating func below(
    _ depth: Int, _ body: (inout GraphOutline) throws -> Void
  ) throws {
    guard depth < Self.deepest * 2 else {
      throw StowageError(.invalidContent, "the values are too deep")
    }
    try body(&self)
  }
}

extension AnyList {
  static func bytes(_ list: RawListReader) -> Int { list.bodyWords * 8 }
}

extension Int {
  /// The product, or nil where it is too large.
  func product(_ other: Int) -> Int? {
    let (result, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? nil : result
  }
}
