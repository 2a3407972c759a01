import Foundation

/// Takes a graph from JSON, as a message that is read like any other one.
///
/// The message is what saving the graph makes, but for the order of what is in it.
struct GraphJSONParser {
  private let document: JSONDocument
  private let types: KnownTypes?
  private var shapes: JSONShapes
  /// The numbers of large tensors, which stand behind the message.
  private let blobs: SpooledBytes

  /// Takes up a document.
  ///
  /// - Parameters:
  ///   - document: the JSON.
  ///   - types: the types that may be named, or nil to leave out the states of objects.
  ///   - blobs: gets the numbers of large tensors.
  init(_ document: JSONDocument, _ types: KnownTypes?, blobs: SpooledBytes) {
    (self.document, self.types, self.blobs) = (document, types, blobs)
    shapes = JSONShapes(document)
  }

  /// Fills a graph from the members of the object that is the whole.
  mutating func parse(into graph: Wire.Graph.Builder) throws {
    for key in document.places(0) {
      switch document.head(key, 64) {
      case "value": try value(key + 1, graph.initRoot())
      case "shared": try shared(key + 1, graph)
      case "storages": try storages(key + 1, graph)
      case "stowage": break
      case let name: throw document.error("\"\(name)\" means nothing here", at: key + 1)
      }
    }
    let list = try graph.initShapes(count: shapes.count)
    for index in 0..<shapes.count {
      let place = shapes[index]
      let names = try list[index].initNames(count: count(place))
      for (index, key) in document.places(place).enumerated() {
        try names.set(index, to: name(key))
      }
    }
  }

  private func count(_ place: Int) -> Int {
    document.places(place).reduce(0) { count, _ in count + 1 }
  }

  /// A key without the mark that keeps it from meaning something.
  private func name(_ key: Int) throws -> JSONDocument.Digits {
    let bytes = try bytes(key)
    return isMarked(key, "$") ? bytes.dropFirst() : bytes
  }

  private func isMarked(_ key: Int, _ mark: String) -> Bool {
    document.begins(key, with: UInt8(ascii: "$")) && document.head(key, 64).hasPrefix(mark)
  }

  private mutating func shared(_ place: Int, _ graph: Wire.Graph.Builder) throws {
    let list = try graph.initShared(count: array(place))
    for (index, element) in document.places(place).enumerated() {
      guard let (key, content) = document.onlyMember(element) else {
        throw document.error("an object with one member is needed", at: element)
      }
      switch document.head(key, 64) {
      case "reference": try value(content, list[index].initReference())
      case "instance": try object(content, list[index].initInstance())
      case "part": try value(content, list[index].initPart())
      case let name: throw document.error("\"\(name)\" means nothing here", at: element)
      }
    }
  }

  private func storages(_ place: Int, _ graph: Wire.Graph.Builder) throws {
    let list = try graph.initStorages(count: array(place))
    for (index, element) in document.places(place).enumerated() {
      try require(object: element)
      guard let kind = document.member("element", of: element), document.kind(kind) == .string,
        let type = Tensor.ElementType(named: document.head(kind, 64)),
        let data = document.member("data", of: element)
      else { throw document.error("a storage has an element and data", at: element) }
      let storage = list[index]
      storage.element = Wire.ElementType(rawValue: type.rawValue)
      var (bytes, filled): (Bytes.Builder?, Int) = (nil, 0)
      try document.base64(data) { count in
        storage.count = UInt64(count / type.size)
        if count < GraphWriter.blobSize {
          bytes = try storage.initData(count: count)
        } else {
          let offset = blobs.count + (-blobs.count) & (GraphWriter.blobAlignment - 1)
          try blobs.append(Data(count: offset - blobs.count))
          storage.blob = UInt64(offset)
        }
      } _: { piece in
        guard let bytes else { return try blobs.append(piece) }
        for byte in piece {
          bytes[filled] = byte
          filled += 1
        }
      }
    }
  }
}

extension GraphJSONParser {
  private mutating func value(_ place: Int, _ builder: Wire.Value.Builder) throws {
    switch document.kind(place) {
    case .null: builder.setNull()
    case .bool: builder.bool = document.isTrue(place)
    case .number: try number(place, builder)
    case .string: try builder.setString(bytes(place))
    case .array: try array(place, builder)
    case .object:
      if let (key, content) = document.onlyMember(place), isMarked(key, "$"), !isMarked(key, "$$") {
        try special(document.head(key, 64), content, builder)
      } else {
        try record(place, builder)
      }
    }
  }

  private func number(_ place: Int, _ builder: Wire.Value.Builder) throws {
    switch document.form(place) {
    case .int(let value): builder.int = value
    case .uint(let value): builder.uint = value
    case .decimal: builder.double = try decimal(place)
    }
  }

  private func decimal(_ place: Int) throws -> Double {
    guard let value = document.float(place) else {
      throw document.error("the number cannot be read", at: place)
    }
    return value
  }

  private mutating func array(_ place: Int, _ builder: Wire.Value.Builder) throws {
    let (count, all) = kinds(place)
    switch all {
    case .int:
      let list = try builder.initInts(count: count)
      for (index, element) in document.places(place).enumerated() {
        list[index] = try signed(element)
      }
    case .double:
      let list = try builder.initDoubles(count: count)
      for (index, element) in document.places(place).enumerated() {
        list[index] = try double(element)
      }
    case .string:
      let list = try builder.initStrings(count: count)
      for (index, element) in document.places(place).enumerated() {
        try list.set(index, to: bytes(element))
      }
    case .other:
      let list = try builder.initArray(count: count)
      for (index, element) in document.places(place).enumerated() {
        try value(element, list[index])
      }
    }
  }

  private enum Element { case int, double, string, other }

  /// How many elements an array has, and what all of them are.
  private func kinds(_ place: Int) -> (count: Int, all: Element) {
    var (count, all): (Int, Element) = (0, .other)
    for element in document.places(place) {
      if count == 0 { all = self.element(element) }
      if count > 0, all != .other, self.element(element) != all { all = .other }
      count += 1
    }
    return (count, all)
  }

  private func element(_ place: Int) -> Element {
    switch document.kind(place) {
    case .string: return .string
    case .number:
      switch document.form(place) {
      case .int: return .int
      case .uint: return .other
      case .decimal: return .double
      }
    case .object:
      guard let (key, _) = document.onlyMember(place), document.head(key, 8) == "$double" else {
        return .other
      }
      return .double
    case .null, .bool, .array: return .other
    }
  }

  private mutating func record(_ place: Int, _ builder: Wire.Value.Builder) throws {
    let record = try builder.initRecord()
    record.shape = try shapes.shape(place)
    let list = try record.initValues(count: count(place))
    for (index, key) in document.places(place).enumerated() { try value(key + 1, list[index]) }
  }

  private mutating func special(
    _ key: String, _ place: Int, _ builder: Wire.Value.Builder
  ) throws {
    switch key {
    case "$uint": builder.uint = try unsigned(place)
    case "$double": builder.double = try double(place)
    case "$bytes":
      var (bytes, filled): (Bytes.Builder?, Int) = (nil, 0)
      try document.base64(place) {
        bytes = try builder.initBytes(count: $0)
      } _: { piece in
        for byte in piece {
          bytes?[filled] = byte
          filled += 1
        }
      }
    case "$date": builder.date = try double(place)
    case "$table": try table(place, builder)
    case "$tensor": try tensor(place, builder.initTensor())
    case "$object": try object(place, builder.initObject())
    case "$type": try builder.setType(bytes(place))
    case "$reference": builder.reference = try index(place)
    case "$instance": builder.instance = try index(place)
    case "$part": builder.part = try index(place)
    default: throw document.error("\"\(key)\" means nothing here", at: place)
    }
  }

  private mutating func table(_ place: Int, _ builder: Wire.Value.Builder) throws {
    let list = try builder.initTable(count: array(place))
    for (index, entry) in document.places(place).enumerated() {
      guard try array(entry) == 2 else {
        throw document.error("a key and a value are needed", at: entry)
      }
      for (place, part) in document.places(entry).enumerated() {
        try value(part, place == 0 ? list[index].initKey() : list[index].initValue())
      }
    }
  }

  private func tensor(_ place: Int, _ builder: Wire.Tensor.Builder) throws {
    try require(object: place)
    guard let storage = document.member("storage", of: place),
      let offset = document.member("offset", of: place),
      let shape = document.member("shape", of: place),
      let strides = document.member("strides", of: place)
    else {
      throw document.error("a tensor has a storage, an offset, a shape and strides", at: place)
    }
    builder.storage = try index(storage)
    builder.offset = try unsigned(offset)
    let sizes = try builder.initShape(count: array(shape))
    for (index, size) in document.places(shape).enumerated() { sizes[index] = try unsigned(size) }
    let steps = try builder.initStrides(count: array(strides))
    for (index, step) in document.places(strides).enumerated() { steps[index] = try signed(step) }
  }

  private mutating func object(_ place: Int, _ builder: Wire.Object.Builder) throws {
    try require(object: place)
    guard let name = document.member("type", of: place) else {
      throw document.error("it has no type", at: place)
    }
    let type = try string(name)
    try builder.setType(type)
    if let config = document.member("config", of: place) {
      try value(config, builder.initConfig())
    }
    if let fields = document.member("fields", of: place) {
      return try value(fields, builder.initFields())
    }
    guard let state = document.member("state", of: place) else {
      throw document.error("it has no state", at: place)
    }
    guard let entry = try types?.entry(TypeID(type)) else { return }
    switch entry.form {
    case .state(let form), .configured(let form, _):
      builder.schema = form.schema.id
      let schema = try form.loadSchema(SchemaRegistry())
      try document.read(state, into: builder.initState().initStruct(schema))
    case .fields, .none: throw document.error("\(type) is not saved by its state", at: state)
    }
  }
}

extension GraphJSONParser {
  /// The number of elements of the array at a place.
  private func array(_ place: Int) throws -> Int {
    guard document.kind(place) == .array else {
      throw document.error("an array is needed", at: place)
    }
    return document.count(place)
  }

  private func require(object place: Int) throws {
    guard document.kind(place) == .object else {
      throw document.error("an object is needed", at: place)
    }
  }

  private func bytes(_ place: Int) throws -> JSONDocument.Digits {
    guard let bytes = try document.bytes(place) else {
      throw document.error("a string is needed", at: place)
    }
    return bytes
  }

  private func string(_ place: Int) throws -> String {
    String(decoding: try bytes(place), as: UTF8.self)
  }

  private func unsigned(_ place: Int) throws -> UInt64 {
    if document.kind(place) == .number {
      switch document.form(place) {
      case .int(let value): if let whole = UInt64(exactly: value) { return whole }
      case .uint(let value): return value
      case .decimal: break
      }
    }
    throw document.error("a whole number is needed", at: place)
  }

  private func signed(_ place: Int) throws -> Int64 {
    guard document.kind(place) == .number, case .int(let value) = document.form(place) else {
      throw document.error("a whole number is needed", at: place)
    }
    return value
  }

  private func index(_ place: Int) throws -> UInt32 {
    guard let index = UInt32(exactly: try unsigned(place)) else {
      throw document.error("a place is needed", at: place)
    }
    return index
  }

  private func double(_ place: Int) throws -> Double {
    switch document.kind(place) {
    case .number: return try decimal(place)
    case .string:
      let text = document.head(place, 64)
      if text.hasPrefix("0x"), let bits = UInt64(text.dropFirst(2), radix: 16) {
        return Double(bitPattern: bits)
      }
      if ["nan", "inf", "-inf"].contains(text), let value = Double(text) { return value }
    case .object:
      // What is not finite is written so wherever a number stands.
      if let (key, value) = document.onlyMember(place), document.head(key, 8) == "$double" {
        return try double(value)
      }
    default: break
    }
    throw document.error("a number is needed", at: place)
  }
}

extension Tensor.ElementType {
  /// The kind of a name.
  init?(named name: String) {
    guard let found = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = found
  }
}
