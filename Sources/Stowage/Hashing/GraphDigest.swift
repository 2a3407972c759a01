import CapnProto
import Foundation

/// Takes up the content of graphs, which is the same for all the ways in which they are written.
struct GraphDigest {
  /// What stands before each thing.
  ///
  /// These numbers are part of every hash: none may change.
  private enum Tag: UInt8 {
    case state = 1
    case graph, null, bool, int, uint, double, string, bytes, date, array, table, tensor
    case object, type, reference, instance, part, config, fields, storage
  }

  private let digest = ContentDigest()
  private var shapes: GraphShapes?
  /// How many values there can still be: those without content take no room in a message.
  private var budget: Int

  /// The types of what is written as text.
  var types: KnownTypes?

  init(budget: Int) { self.budget = budget }

  /// From which size on files without a name are used.
  var memoryBytes = Int.max

  /// Is told how many bytes were taken up; large structs are then taken up in pieces, which takes no
  /// memory and more time.
  var progress: ((Int) -> Void)?

  /// From how many bytes on a text is not copied.
  private static let longText = 1 << 16

  /// From how many words on a struct is large.
  private static let largeWords: UInt64 = 1 << 17

  /// The hash of a struct that is the root of a message.
  static func hash(
    structID: UInt64, _ state: StructReader, progress: ((Int) -> Void)? = nil
  ) throws -> ContentHash {
    var digest = GraphDigest(budget: 0)
    digest.progress = progress
    digest.add(.state)
    digest.digest.add(structID)
    try digest.add(state)
    return digest.digest.finish()
  }

  /// Takes up the canonical form of a struct.
  ///
  /// It ends with what is no default, so a field that is added to the schema changes none of it.
  private func add(_ state: StructReader) throws {
    guard let progress, try state.totalSize.words >= Self.largeWords else {
      return digest.add(try state.canonicalBytes())
    }
    try state.streamCanonicalWords(
      count: { digest.add(UInt64($0 * 8)) },
      words: { [digest] words in
        digest.add(words: words)
        progress(words.count * 8)
      })
  }

  /// The hash of a graph.
  static func hash(
    _ graph: Wire.Graph.Reader, _ storages: GraphStorages, budget: Int
  ) throws -> ContentHash {
    var digest = GraphDigest(budget: budget)
    return try digest.hash(graph, storages)
  }

  mutating func hash(
    _ graph: Wire.Graph.Reader, _ storages: GraphStorages
  ) throws -> ContentHash {
    try add(graph, storages)
    return digest.finish()
  }

  private func add(_ tag: Tag) { digest.add(tag.rawValue) }

  private func add(_ tag: Tag, _ count: Int) {
    digest.add(tag.rawValue)
    digest.add(UInt64(count))
  }

  private mutating func spend(_ count: Int) throws(StowageError) {
    budget -= count
    guard budget >= 0 else {
      throw StowageError(
        .invalidContent, "there are more values than the message has room for")
    }
  }

  private mutating func add(
    _ graph: Wire.Graph.Reader, _ storages: GraphStorages
  ) throws {
    let shapes = try GraphShapes(graph)
    try spend(shapes.count)
    self.shapes = shapes
    add(.graph)
    try add(graph.root)
    let shared = try graph.shared
    try spend(shared.count)
    digest.add(UInt64(shared.count))
    for item in shared {
      switch try item.which {
      case .reference(let value):
        add(.reference)
        try add(value)
      case .instance(let object): try add(object, .instance)
      case .part(let value):
        add(.part)
        try add(value)
      case .unrecognized: throw unknown
      }
    }
    for index in 0..<storages.count {
      let storage = try storages.storage(index)
      add(.storage, Int(storage.element.rawValue))
      digest.add(storage.bytes.prefix(storage.count * storage.element.size))
    }
  }

  private var unknown: StowageError {
    StowageError(.unknownFormat, "there is a kind of value that only a later version knows")
  }

  private mutating func add(_ value: Wire.Value.Reader) throws {
    switch try value.which {
    case .null: add(.null)
    case .bool(let value): add(.bool, value ? 1 : 0)
    case .int(let value): add(value)
    case .uint(let value):
      add(.uint)
      digest.add(value)
    case .double(let value): add(value.bitPattern, .double)
    case .doubleBits(let bits): add(bits, .double)
    case .string(let text): add(text)
    case .bytes(let bytes):
      add(.bytes)
      digest.add(bytes.inPlace)
    case .date(let value): add(value.bitPattern, .date)
    case .dateBits(let bits): add(bits, .date)
    case .array(let list):
      try spend(list.count)
      add(.array, list.count)
      for value in list { try add(value) }
    case .ints(let list):
      add(.array, list.count)
      for number in list { add(number) }
    case .doubles(let list):
      add(.array, list.count)
      for number in list { add(number.bitPattern, .double) }
    case .strings(let list):
      try spend(list.count)
      add(.array, list.count)
      for index in list.indices { add(try list[index]) }
    case .table(let list):
      try spend(list.count)
      add(.table, list.count)
      for entry in list {
        try add(entry.key)
        try add(entry.value)
      }
    case .record(let record): try add(record)
    case .tensor(let tensor): try add(tensor)
    case .object(let object): try add(object, .object)
    case .type(let name):
      add(.type)
      digest.add(String(name))
    case .reference(let index): add(.reference, Int(index))
    case .instance(let index): add(.instance, Int(index))
    case .part(let index): add(.part, Int(index))
    case .unrecognized: throw unknown
    }
  }

  private func add(_ number: Int64) {
    add(.int)
    digest.add(UInt64(bitPattern: number))
  }

  private func add(_ bits: UInt64, _ tag: Tag) {
    add(tag)
    digest.add(bits)
  }

  private func add(_ text: String) {
    add(.string)
    digest.add(text)
  }

  private func add(_ text: Text.Reader) {
    guard text.utf8Count > Self.longText, text.isUTF8 else { return add(text.string) }
    add(.string)
    digest.add(text.utf8.inPlace)
  }

  private mutating func add(_ record: Wire.Record.Reader) throws {
    let values = try record.values
    try spend(values.count)
    guard let names = try shapes?.names(record.shape, count: values.count) else { throw unknown }
    add(.table, values.count)
    for index in values.indices {
      add(try names.name(index))
      try add(values[index])
    }
  }

  private func add(_ tensor: Wire.Tensor.Reader) throws {
    add(.tensor, Int(tensor.storage))
    digest.add(tensor.offset)
    let (shape, strides) = (try tensor.shape, try tensor.strides)
    digest.add(UInt64(shape.count))
    for size in shape { digest.add(size) }
    digest.add(UInt64(strides.count))
    for stride in strides { digest.add(UInt64(bitPattern: stride)) }
  }

  private mutating func add(_ object: Wire.Object.Reader, _ tag: Tag) throws {
    add(tag)
    digest.add(String(try object.type))
    if object.hasConfig {
      add(.config)
      try add(object.config)
    }
    switch try object.which {
    case .fields(let fields):
      add(.fields)
      try add(fields)
    case .state(let pointer):
      add(.state)
      digest.add(object.schema)
      try add(pointer.get(AnyStruct.self))
    case .text(let text):
      guard let form = try types?.form(String(object.type)) else { throw unknown }
      let schema = try form.loadSchema(SchemaRegistry())
      add(.state)
      digest.add(object.schema)
      try add(
        text.message(as: schema, memoryBytes: memoryBytes)
          .root.get(AnyStruct.self))
    case .unrecognized: throw unknown
    }
  }
}
