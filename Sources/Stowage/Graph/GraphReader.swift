import Foundation

/// Reads a value, with all that is shared within it, from a message that may come from anyone.
struct GraphReader {
  private let types: KnownTypes
  private let storages: [Tensor.Storage]
  private var shapes: [[Value]] = []

  /// What references, objects and parts lead to; those that are being read are there already.
  private enum Item {
    case reference(Reference)
    case instance(Instance, Value)
    case part(Value?)
  }

  private var items: [Item] = []
  /// The fields of objects that wait to be filled.
  private var pending: [(object: any GraphObject, fields: Table, index: Int)] = []
  /// How many values may still be read.
  ///
  /// Values without content take no room in a message, so that a few bytes could claim any number
  /// of them.
  private var budget: Int
  private var depths: [Int] = []

  /// Makes a reader of a graph.
  ///
  /// - Parameters:
  ///   - types: the types that may be built.
  ///   - storages: the numbers that tensors are views of.
  ///   - budget: how many values the message has room for.
  init(types: KnownTypes, storages: [Tensor.Storage], budget: Int) {
    (self.types, self.storages, self.budget) = (types, storages, budget)
  }

  mutating func read(_ graph: Wire.Graph.Reader) throws -> Value {
    try readShapes(graph)
    let shared = try graph.shared
    try spend(shared.count)
    for index in 0..<shared.count {
      switch try shared[index].which {
      case .reference: items.append(.reference(Reference()))
      case .instance(let object): items.append(try make(object, index))
      case .part: items.append(.part(nil))
      case .unrecognized: throw unknown("shared[\(index)]")
      }
    }
    depths = Array(repeating: 0, count: items.count)
    // Parts stand behind what they are part of, so each is read before it is needed.
    for index in shared.indices.reversed() { try readShared(shared[index], index) }
    var depth = 0
    let root = try at("root") { try $0.value(graph.root, &depth) }
    for (object, fields, index) in pending {
      try at("shared[\(index)]") { _ in try object.fill(fields) }
    }
    return root
  }

  private mutating func readShapes(_ graph: Wire.Graph.Reader) throws {
    let list = try graph.shapes
    try spend(list.count)
    for index in 0..<list.count {
      let names = try list[index].names
      try spend(names.count)
      let keys = try names.map { Value.string(String($0)) }
      guard Set(keys).count == keys.count else {
        throw StowageError(
          .invalidContent, "a name is there twice", path: "shapes[\(index)].names")
      }
      shapes.append(keys)
    }
  }

  private mutating func readShared(_ shared: Wire.Shared.Reader, _ index: Int) throws {
    var depth = 0
    switch (try shared.which, items[index]) {
    case (.reference(let content), .reference(let reference)):
      reference.value = try at("shared[\(index)].reference") { try $0.value(content, &depth) }
    case (.instance(let object), .instance(let instance, _)):
      guard case .fields = instance.entry.form else { return }
      let fields = try at("shared[\(index)].instance") { try $0.fields(object, &depth) }
      guard let object = instance.object as? any GraphObject else { return }
      pending.append((object, fields, index))
    case (.part(let content), .part):
      let value = try at("shared[\(index)].part") { try $0.value(content, &depth) }
      items[index] = .part(value)
    default: break
    }
    depths[index] = depth
  }

  private mutating func make(_ object: Wire.Object.Reader, _ index: Int) throws -> Item {
    try at("shared[\(index)].instance") { reader in
      let entry = try reader.entry(object)
      guard entry.type is AnyClass else {
        throw StowageError(.invalidContent, "\(entry.id) is no class, and cannot be shared")
      }
      if case .fields(let make) = entry.form {
        // Others may hold it before it is filled, so nothing else can take its place.
        let instance = Instance(make(), entry)
        return .instance(instance, .object(instance))
      }
      // What it is built from cannot lead to what is shared: that is not there yet.
      let instance = try reader.object(object, entry)
      return .instance(instance, try reader.types.kept(instance))
    }
  }

  /// Tells in an error where it happened.
  private mutating func at<Result>(
    _ place: @autoclosure () -> String, _ body: (inout GraphReader) throws -> Result
  ) throws -> Result {
    do {
      return try body(&self)
    } catch let error as StowageError {
      let path =
        error.path.isEmpty || error.path.hasPrefix("[")
        ? place() + error.path : place() + "." + error.path
      throw StowageError(error.code, error.message, path: path)
    }
  }

  private func unknown(_ path: String) -> StowageError {
    StowageError(
      .unknownFormat, "this is a kind of value that only a later version knows", path: path)
  }

  private mutating func spend(_ count: Int) throws(StowageError) {
    budget -= count
    guard budget >= 0 else {
      throw StowageError(
        .invalidContent, "there are more values than the message has room for")
    }
  }
}

extension GraphReader {
  /// Reads a value.
  ///
  /// - Parameter depth: is raised to how deep values are in it.
  private mutating func value(
    _ reader: Wire.Value.Reader, _ depth: inout Int
  ) throws -> Value {
    switch try reader.which {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .uint(let value): return .uint(value)
    case .double(let value): return .double(value)
    case .string(let text): return .string(String(text))
    case .bytes(let bytes): return .bytes(Data(bytes))
    case .date(let value): return .date(Date(timeIntervalSinceReferenceDate: value))
    case .doubleBits(let bits): return .double(Double(bitPattern: bits))
    case .dateBits(let bits):
      return .date(Date(timeIntervalSinceReferenceDate: Double(bitPattern: bits)))
    case .array(let list): return .array(try values(list, &depth))
    case .ints(let list):
      try spend(list.count / 2)
      return .array(list.map { .int($0) })
    case .doubles(let list):
      try spend(list.count / 2)
      return .array(list.map { .double($0) })
    case .strings(let list):
      try spend(list.count)
      return .array(try list.map { .string(String($0)) })
    case .table(let list): return .table(try table(list, &depth))
    case .record(let record): return .table(try self.record(record, &depth))
    case .tensor(let tensor): return .tensor(try self.tensor(tensor))
    case .object(let object): return try self.object(object, &depth)
    case .type(let name): return .type(try types.entry(TypeID(String(name))).id)
    case .reference(let index):
      guard case .reference(let reference) = item(index) else { throw missing(index, "reference") }
      return .reference(reference)
    case .instance(let index):
      guard case .instance(_, let value) = item(index) else { throw missing(index, "instance") }
      return value
    case .part(let index): return try part(index, &depth)
    case .unrecognized: throw unknown("")
    }
  }

  private mutating func values(
    _ list: List<Wire.Value>.Reader, _ depth: inout Int
  ) throws -> [Value] {
    try spend(list.count)
    var values: [Value] = []
    values.reserveCapacity(list.count)
    var deepest = 0
    for index in 0..<list.count {
      var inner = 0
      values.append(try at("[\(index)]") { try $0.value(list[index], &inner) })
      deepest = max(deepest, inner)
    }
    depth = deepest + 1
    return values
  }

  private mutating func record(
    _ record: Wire.Record.Reader, _ depth: inout Int
  ) throws -> Table {
    let values = try record.values
    let shape = Int(record.shape)
    guard shape < shapes.count, shapes[shape].count == values.count else {
      throw StowageError(
        .invalidContent, "there is no shape \(shape) with \(values.count) names", path: "record")
    }
    return Table(distinct: shapes[shape], try self.values(values, &depth))
  }

  private mutating func table(
    _ list: List<Wire.Entry>.Reader, _ depth: inout Int
  ) throws -> Table {
    try spend(list.count)
    var table = Table()
    var deepest = 0
    for index in 0..<list.count {
      var inner = 0
      let key = try at("[\(index)].key") { try $0.value(list[index].key, &inner) }
      deepest = max(deepest, inner)
      table[key] = try at("[\(index)].value") { try $0.value(list[index].value, &inner) }
      deepest = max(deepest, inner)
      guard table.count == index + 1 else {
        throw StowageError(.invalidContent, "the key is there twice", path: "[\(index)].key")
      }
    }
    depth = deepest + 1
    return table
  }

  private func tensor(_ reader: Wire.Tensor.Reader) throws -> Tensor {
    let index = Int(reader.storage)
    guard index < storages.count else {
      throw StowageError(.invalidContent, "there is no storage \(index)", path: "tensor.storage")
    }
    return try Tensor(
      storages[index], shape: reader.shape.map { Int(clamping: $0) },
      strides: reader.strides.map { Int(clamping: $0) }, offset: Int(clamping: reader.offset))
  }

  private mutating func part(_ index: UInt32, _ depth: inout Int) throws -> Value {
    guard case .part(let value?) = item(index) else { throw missing(index, "part") }
    // Each has its one place, so that a small message cannot grow by naming it again and again.
    items[Int(index)] = .part(nil)
    depth = depths[Int(index)]
    guard depth <= GraphPlan.depthLimit else {
      throw StowageError(
        .invalidContent, "values are more than \(GraphPlan.depthLimit) deep in each other")
    }
    return value
  }

  private func item(_ index: UInt32) -> Item? {
    Int(index) < items.count ? items[Int(index)] : nil
  }

  private func missing(_ index: UInt32, _ kind: String) -> StowageError {
    StowageError(.invalidContent, "\(index) is no \(kind) that could stand here", path: kind)
  }
}

extension GraphReader {
  private func entry(_ object: Wire.Object.Reader) throws -> RegisteredType {
    try types.entry(TypeID(String(object.type)))
  }

  private mutating func object(_ reader: Wire.Object.Reader, _ depth: inout Int) throws -> Value {
    let entry = try entry(reader)
    if case .fields = entry.form {
      throw StowageError(
        .invalidContent, "\(entry.id) is a class, and its objects are shared", path: "object")
    }
    return try types.kept(object(reader, entry))
  }

  private mutating func fields(_ object: Wire.Object.Reader, _ depth: inout Int) throws -> Table {
    guard case .fields(let content) = try object.which,
      case .table(let fields) = try value(content, &depth)
    else {
      throw StowageError(.invalidContent, "a record of fields is needed", path: "fields")
    }
    return fields
  }

  private mutating func object(
    _ reader: Wire.Object.Reader, _ entry: RegisteredType
  ) throws -> Instance {
    switch entry.form {
    case .state(let form):
      return Instance(try state(reader, form, entry, form.read), entry)
    case .configured(let form, let config):
      var depth = 0
      let values = try at("config") { try $0.value(reader.config, &depth) }
      return Instance(try state(reader, form, entry) { try config.make(values, $0) }, entry)
    case .fields, .none:
      throw StowageError(.invalidContent, "\(entry.id) has no objects that stand here")
    }
  }

  private func state(
    _ reader: Wire.Object.Reader, _ form: RegisteredType.StateForm, _ entry: RegisteredType,
    _ make: (PointerReader) throws -> Any
  ) throws -> Any {
    guard let form = form.reading(reader.schema) else {
      throw StowageError(
        .wrongType,
        "\(entry.id) is saved as a struct of another schema here than this program knows",
        path: "schema")
    }
    switch try reader.which {
    case .state(let pointer): return try make(pointer)
    case .text(let text):
      let schema = try form.loadSchema(SchemaRegistry())
      let message = try TextCodec().decode(String(text), as: schema)
      return try make(message.root)
    case .fields, .unrecognized:
      throw StowageError(.invalidContent, "the state of \(entry.id) is needed", path: "state")
    }
  }
}
