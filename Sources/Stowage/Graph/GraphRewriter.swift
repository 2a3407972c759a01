import Foundation

/// Writes a graph once more, as it is stored or as it is in text, without building what is in it.
///
/// What comes of it lies as in what ``GraphWriter`` writes.
struct GraphRewriter {
  private let graph: StoredGraph
  private let types: GraphTypes
  private let states: GraphWriter.States
  private let memoryBytes: Int
  private let shapes: List<Wire.Shape>.Reader
  private var check: GraphCheck
  /// Large numbers, which stand behind the message, with their places.
  private(set) var blobs: [(storage: Tensor.Storage, offset: Int)] = []

  /// Makes a writer of a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - types: the types that it names.
  ///   - states: how the states of objects are written; as text, all numbers are in the message.
  ///   - budget: how many values the message has room for.
  ///   - memoryBytes: how much memory may be taken before files without a name are used.
  /// - Throws: `StowageError` where it claims more than it has room for.
  init(
    _ graph: StoredGraph, _ types: GraphTypes, states: GraphWriter.States, budget: Int,
    memoryBytes: Int
  ) throws {
    (self.graph, self.types, self.states) = (graph, types, states)
    self.memoryBytes = memoryBytes
    shapes = try graph.root.shapes
    check = try GraphCheck(graph.root, graph.storages, budget: budget)
  }

  /// Writes all of it.
  ///
  /// - Throws: `StowageError` or `CapnProtoError` where it makes no sense, and ``NeedsObjects``.
  mutating func message() throws -> Message {
    try MessageBuilder(spooledAbove: memoryBytes).spooledMessage { message in
      let builder = try message.initRoot(Wire.Graph.self)
      try builder.setShapes(shapes)
      try write(storages: builder)
      try write(graph.root.root, to: builder.initRoot())
      let items = try graph.root.shared
      let shared = try builder.initShared(count: items.count)
      for index in items.indices {
        switch try items[index].which {
        case .reference(let value): try write(value, to: shared[index].initReference())
        case .instance(let object):
          try write(object, to: shared[index].initInstance(), isShared: true)
        case .part(let value): try write(value, to: shared[index].initPart())
        case .unrecognized: throw GraphCheck.unknown
        }
      }
    }
  }

  private mutating func write(storages builder: Wire.Graph.Builder) throws {
    let list = try builder.initStorages(count: graph.storages.count)
    var end = 0
    for index in 0..<graph.storages.count {
      let storage = try graph.storages.storage(index)
      list[index].element = Wire.ElementType(rawValue: storage.element.rawValue)
      list[index].count = UInt64(storage.count)
      let size = storage.count * storage.element.size
      if states == .structs && size >= GraphWriter.blobSize {
        let offset = end + (-end) & (GraphWriter.blobAlignment - 1)
        list[index].blob = UInt64(offset)
        blobs.append((storage, offset))
        end = offset + size
      } else {
        try list[index].setData(storage.bytes.prefix(size))
      }
    }
  }
}

extension GraphRewriter {
  private mutating func write(
    _ value: Wire.Value.Reader, to builder: Wire.Value.Builder
  ) throws {
    switch try value.which {
    case .null: builder.setNull()
    case .bool(let value): builder.bool = value
    case .int(let value): builder.int = value
    case .uint(let value): builder.uint = value
    case .double(let value): write(value, to: builder)
    case .doubleBits(let bits): write(Double(bitPattern: bits), to: builder)
    case .string(let text): try builder.setString(text)
    case .bytes(let bytes): try builder.setBytes(bytes)
    case .date(let value): write(date: value, to: builder)
    case .dateBits(let bits): write(date: Double(bitPattern: bits), to: builder)
    case .array(let values): try write(values, to: builder)
    case .ints(let values): try builder.setInts(values)
    case .doubles(let values): try write(values, to: builder)
    case .strings(let values):
      try check.spend(values.count)
      try builder.setStrings(values)
    case .table(let entries): try write(entries, to: builder)
    case .record(let record): try write(record, to: builder.initRecord())
    case .tensor(let tensor):
      try check.tensor(tensor)
      try builder.setTensor(tensor)
    case .object(let object):
      try write(object, to: builder.initObject(), isShared: false)
    case .type(let name): try builder.setType(types.name(String(name)))
    case .reference(let index):
      try check.place(index, .reference)
      builder.reference = index
    case .instance(let index):
      try check.place(index, .instance)
      builder.instance = index
    case .part(let index):
      try check.place(index, .part)
      builder.part = index
    case .unrecognized: throw GraphCheck.unknown
    }
  }

  private func write(_ number: Double, to builder: Wire.Value.Builder) {
    if states.lose(number) {
      builder.doubleBits = number.bitPattern
    } else {
      builder.double = number
    }
  }

  private func write(date seconds: Double, to builder: Wire.Value.Builder) {
    if states.lose(seconds) {
      builder.dateBits = seconds.bitPattern
    } else {
      builder.date = seconds
    }
  }

  private mutating func write(
    _ values: List<Double>.Reader, to builder: Wire.Value.Builder
  ) throws {
    guard values.contains(where: states.lose) else { return try builder.setDoubles(values) }
    let list = try builder.initArray(count: values.count)
    for (index, value) in values.enumerated() { write(value, to: list[index]) }
  }

  private mutating func write(
    _ values: List<Wire.Value>.Reader, to builder: Wire.Value.Builder
  ) throws {
    try check.spend(values.count)
    // Of nothing but numbers by their bits, text has made a list of values.
    if !values.isEmpty, try values.allSatisfy({ try number($0) != nil }) {
      let list = try builder.initDoubles(count: values.count)
      for index in values.indices { list[index] = try number(values[index]) ?? 0 }
      return
    }
    let list = try builder.initArray(count: values.count)
    for index in values.indices { try write(values[index], to: list[index]) }
  }

  private func number(_ value: Wire.Value.Reader) throws -> Double? {
    switch try value.which {
    case .double(let number): states.lose(number) ? nil : number
    case .doubleBits(let bits):
      states.lose(Double(bitPattern: bits)) ? nil : Double(bitPattern: bits)
    default: nil
    }
  }

  private mutating func write(
    _ entries: List<Wire.Entry>.Reader, to builder: Wire.Value.Builder
  ) throws {
    try check.spend(entries.count)
    let list = try builder.initTable(count: entries.count)
    for index in entries.indices { try write(entries[index].key, to: list[index].initKey()) }
    for index in entries.indices { try write(entries[index].value, to: list[index].initValue()) }
  }

  private mutating func write(
    _ record: Wire.Record.Reader, to builder: Wire.Record.Builder
  ) throws {
    let values = try record.values
    try check.spend(values.count)
    guard record.shape < shapes.count, try shapes[Int(record.shape)].names.count == values.count
    else { throw GraphShapes.missing(record.shape, count: values.count) }
    builder.shape = record.shape
    let list = try builder.initValues(count: values.count)
    for index in values.indices { try write(values[index], to: list[index]) }
  }
}

extension GraphRewriter {
  private mutating func write(
    _ object: Wire.Object.Reader, to builder: Wire.Object.Builder, isShared: Bool
  ) throws {
    let type = String(try object.type)
    if let entry = try types.entry(type) { try GraphCheck.object(entry, isShared: isShared) }
    try builder.setType(types.name(type))
    if object.hasConfig { try write(object.config, to: builder.initConfig()) }
    switch (try object.which, states) {
    case (.fields(let fields), _): try write(fields, to: builder.initFields())
    case (.state(let pointer), .structs):
      _ = try types.schema(type, object.schema)
      builder.schema = object.schema
      try builder.setState(pointer)
    case (.text(let text), .structs):
      let schema = try types.schema(type, object.schema)
      builder.schema = object.schema
      try builder.setState(text.message(as: schema, memoryBytes: memoryBytes).root)
    case (.state(let pointer), .text):
      let schema = try types.schema(type, object.schema)
      let state = DynamicStruct.Reader(schema: schema, _raw: try pointer.get(AnyStruct.self))
      try write(text: state, type, object.schema, to: builder)
    case (.text(let text), .text):
      let schema = try types.schema(type, object.schema)
      let message = try text.message(as: schema, memoryBytes: memoryBytes)
      try write(text: message.root(schema), type, object.schema, to: builder)
    case (.unrecognized, _): throw GraphCheck.unknown
    }
  }

  private func write(
    text state: DynamicStruct.Reader, _ type: String, _ structID: UInt64,
    to builder: Wire.Object.Builder
  ) throws {
    try Whole.requireNames(types.entry(type)?.type, state)
    builder.schema = structID
    var codec = TextCodec(pretty: false)
    codec.exactFloats = true
    codec.maximumOutputBytes = .max
    let text = SpooledBytes(memoryBytes: memoryBytes)
    try codec.encode(state) { try text.append($0) }
    let place = try builder.initText(byteCount: text.count)
    unsafe try text.finish().withUnsafeBytes { bytes in
      unsafe place.withMutableUTF8 {
        unsafe UnsafeMutableRawBufferPointer($0).copyMemory(from: bytes)
      }
    }
  }
}

extension Text.Reader {
  /// The struct that the text says.
  func message(as schema: StructSchema, memoryBytes: Int) throws -> Message {
    try TextCodec().decode(
      spooling: utf8.inPlace, as: schema,
      builder: MessageBuilder(spooledAbove: memoryBytes), memoryBytes: memoryBytes)
  }
}
