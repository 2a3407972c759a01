import Foundation

/// A graph as JSON that people read: numbers are numbers, records are objects.
///
/// What JSON has no form for is an object with one key that begins with `$`; a key of a record that
/// begins so gets another `$` in front. It is written from the message, however large that is.
struct GraphJSON {
  private let graph: StoredGraph
  private let types: GraphTypes
  private var shapes: GraphShapes
  /// What stands before the values of records of those shapes that are kept.
  private var keys: [UInt32: [[UInt8]]] = [:]
  private var check: GraphCheck
  private(set) var text: JSONText

  /// Writes a graph without spaces, as the members of an object.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - types: the types that it names.
  ///   - budget: how many values the message has room for.
  ///   - text: what to add it to.
  /// - Throws: `StowageError` or `CapnProtoError` where it makes no sense, and ``NeedsObjects``.
  init(_ graph: StoredGraph, _ types: GraphTypes, budget: Int, to text: JSONText) throws {
    (self.graph, self.types, self.text) = (graph, types, text)
    shapes = try GraphShapes(graph.root)
    check = try GraphCheck(graph.root, graph.storages, budget: budget)
    self.text.append("\"value\":")
    try write(graph.root.root)
    let shared = try graph.root.shared
    if !shared.isEmpty { try write(shared: shared) }
    if graph.storages.count > 0 { try writeStorages() }
  }

  private mutating func write(shared: List<Wire.Shared>.Reader) throws {
    text.append(",\"shared\":")
    try list(shared.count) { writer, index in
      switch try shared[index].which {
      case .reference(let value):
        writer.text.append("{\"reference\":")
        try writer.write(value)
      case .instance(let object):
        writer.text.append("{\"instance\":")
        try writer.write(object, isShared: true)
      case .part(let value):
        writer.text.append("{\"part\":")
        try writer.write(value)
      case .unrecognized: throw GraphCheck.unknown
      }
      writer.text.append("}")
    }
  }

  private mutating func writeStorages() throws {
    text.append(",\"storages\":")
    try list(graph.storages.count) { writer, index in
      let storage = try writer.graph.storages.storage(index)
      writer.text.append("{\"element\":\"\(storage.element)\",\"data\":")
      try writer.text.base64(storage.bytes.prefix(storage.count * storage.element.size))
      writer.text.append("}")
    }
  }

  private mutating func list(
    _ count: Int, _ write: (inout GraphJSON, Int) throws -> Void
  ) throws {
    text.append("[")
    for index in 0..<count {
      if index > 0 { text.append(",") }
      try write(&self, index)
      try text.passOn()
    }
    text.append("]")
  }
}

extension GraphJSON {
  private mutating func write(_ value: Wire.Value.Reader) throws {
    switch try value.which {
    case .null: text.append("null")
    case .bool(let value): text.append(value ? "true" : "false")
    case .int(let value): text.append("\(value)")
    case .uint(let value):
      text.append(value > UInt64(Int64.max) ? "\(value)" : "{\"$uint\":\(value)}")
    case .double(let value): write(value)
    case .doubleBits(let bits): write(Double(bitPattern: bits))
    case .string(let value): text.string(value)
    case .bytes(let value):
      text.append("{\"$bytes\":")
      try text.base64(value.inPlace)
      text.append("}")
    case .date(let value): write(date: value)
    case .dateBits(let bits): write(date: Double(bitPattern: bits))
    case .array(let values):
      try check.spend(values.count)
      try list(values.count) { try $0.write(values[$1]) }
    case .ints(let values): try list(values.count) { $0.text.append("\(values[$1])") }
    case .doubles(let values): try list(values.count) { $0.write(values[$1]) }
    case .strings(let values):
      try check.spend(values.count)
      try list(values.count) { $0.text.string(try values[$1]) }
    case .table(let entries): try write(entries)
    case .record(let record): try write(record)
    case .tensor(let tensor): try write(tensor)
    case .object(let object):
      text.append("{\"$object\":")
      try write(object, isShared: false)
      text.append("}")
    case .type(let name):
      text.append("{\"$type\":")
      text.string(try types.name(String(name)))
      text.append("}")
    case .reference(let index): try write(place: index, .reference)
    case .instance(let index): try write(place: index, .instance)
    case .part(let index): try write(place: index, .part)
    case .unrecognized: throw GraphCheck.unknown
    }
  }

  private mutating func write(place index: UInt32, _ kind: GraphCheck.Kind) throws {
    try check.place(index, kind)
    text.append("{\"$" + kind.rawValue + "\":\(index)}")
  }

  // A point or an exponent tells it from an integer.
  private mutating func write(_ number: Double) {
    if number.isFinite { return text.append("\(number)") }
    let isPlain = number.isInfinite || number.bitPattern == Double.nan.bitPattern
    let name = isPlain ? "\(number)" : "0x" + String(number.bitPattern, radix: 16)
    text.append("{\"$double\":\"\(name)\"}")
  }

  private mutating func write(date seconds: Double) {
    text.append("{\"$date\":")
    write(seconds)
    text.append("}")
  }

  private mutating func write(_ entries: List<Wire.Entry>.Reader) throws {
    try check.spend(entries.count)
    text.append("{\"$table\":")
    try list(entries.count) { writer, index in
      writer.text.append("[")
      try writer.write(entries[index].key)
      writer.text.append(",")
      try writer.write(entries[index].value)
      writer.text.append("]")
    }
    text.append("}")
  }

  private static func marked(_ name: String) -> String { name.hasPrefix("$") ? "$" + name : name }

  private mutating func write(_ record: Wire.Record.Reader) throws {
    let values = try record.values
    try check.spend(values.count)
    let names = try shapes.names(record.shape, count: values.count)
    var keys = keys[record.shape]
    if keys == nil, case .known(let names) = names {
      keys = names.map { JSONText.key(Self.marked($0)) }
      self.keys[record.shape] = keys
    }
    text.append("{")
    for index in 0..<values.count {
      if index > 0 { text.append(",") }
      if let keys {
        text.append(keys[index])
      } else {
        text.append(JSONText.key(Self.marked(try names.name(index))))
      }
      try write(values[index])
      try text.passOn()
    }
    text.append("}")
  }

  private mutating func write(_ tensor: Wire.Tensor.Reader) throws {
    let (shape, strides) = (try tensor.shape, try tensor.strides)
    try check.tensor(tensor)
    text.append("{\"$tensor\":{\"storage\":\(tensor.storage)")
    text.append(",\"offset\":\(tensor.offset),\"shape\":")
    try list(shape.count) { $0.text.append("\(shape[$1])") }
    text.append(",\"strides\":")
    try list(strides.count) { $0.text.append("\(strides[$1])") }
    text.append("}}")
  }

  private mutating func write(_ object: Wire.Object.Reader, isShared: Bool) throws {
    let type = String(try object.type)
    let entry = try types.entry(type)
    if let entry { try GraphCheck.object(entry, isShared: isShared) }
    text.append("{\"type\":")
    text.string(try types.name(type))
    if object.hasConfig {
      text.append(",\"config\":")
      try write(object.config)
    }
    switch try object.which {
    case .fields(let fields):
      text.append(",\"fields\":")
      try write(fields)
    case .state(let pointer):
      let schema = try types.schema(type, object.schema)
      let state = DynamicStruct.Reader(schema: schema, _raw: try pointer.get(AnyStruct.self))
      try Whole.requireNames(entry?.type, state)
      text.append(",\"state\":")
      try text.structure(state)
    case .text(let written):
      let schema = try types.schema(type, object.schema)
      let message = try written.message(as: schema, memoryBytes: text.memoryBytes)
      text.append(",\"state\":")
      try text.structure(message.root(schema))
    case .unrecognized: throw GraphCheck.unknown
    }
    text.append("}")
  }
}
