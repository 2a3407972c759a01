import Foundation

/// Takes a graph from JSON, as a message that is read like any other one.
struct GraphJSONParser {
  private let document: JSONDocument
  private let types: KnownTypes?
  private var shapes: [[String]] = []
  private var shapePlaces: [[String]: Int] = [:]

  init(_ document: JSONDocument, _ types: KnownTypes?) {
    (self.document, self.types) = (document, types)
  }

  /// Fills a graph from the members of an object.
  mutating func parse(
    _ members: [(key: String, value: Int)], into graph: Wire.Graph.Builder
  ) throws {
    for (key, place) in members {
      switch key {
      case "value": try value(place, graph.initRoot())
      case "shared": try shared(place, graph)
      case "storages": try storages(place, graph)
      case "stowage": break
      default: throw document.error("\"\(key)\" means nothing here", at: place)
      }
    }
    let list = try graph.initShapes(count: shapes.count)
    for (index, names) in shapes.enumerated() { try list[index].setNames(names) }
  }

  private mutating func shared(_ place: Int, _ graph: Wire.Graph.Builder) throws {
    let elements = try array(place)
    let list = try graph.initShared(count: elements.count)
    for (index, element) in elements.enumerated() {
      let (key, content) = try single(element)
      switch key {
      case "reference": try value(content, list[index].initReference())
      case "instance": try object(content, list[index].initInstance())
      case "part": try value(content, list[index].initPart())
      default: throw document.error("\"\(key)\" means nothing here", at: element)
      }
    }
  }

  private func storages(_ place: Int, _ graph: Wire.Graph.Builder) throws {
    let elements = try array(place)
    let list = try graph.initStorages(count: elements.count)
    for (index, element) in elements.enumerated() {
      let members = try object(element)
      guard let kind = members["element"], case .string(let name) = document.node(kind),
        let type = Tensor.ElementType(named: name), let data = members["data"]
      else { throw document.error("a storage has an element and data", at: element) }
      let bytes = try base64(data)
      list[index].element = Wire.ElementType(rawValue: type.rawValue)
      list[index].count = UInt64(bytes.count / type.size)
      try list[index].setData(bytes)
    }
  }
}

extension GraphJSONParser {
  private mutating func value(_ place: Int, _ builder: Wire.Value.Builder) throws {
    switch document.node(place) {
    case .null: builder.setNull()
    case .bool(let value): builder.bool = value
    case .number(let digits): try number(digits, place, builder)
    case .string(let text): try builder.setString(text)
    case .array(let elements):
      let list = try builder.initArray(count: elements.count)
      for (index, element) in elements.enumerated() { try value(element, list[index]) }
    case .object(let members):
      if members.count == 1, members[0].key.hasPrefix("$"), !members[0].key.hasPrefix("$$") {
        try special(members[0].key, members[0].value, builder)
      } else {
        try record(members, builder)
      }
    }
  }

  private func number(
    _ digits: ArraySlice<UInt8>, _ place: Int, _ builder: Wire.Value.Builder
  ) throws {
    switch JSONDocument.integer(digits) {
    case .int(let value): builder.int = value
    case .uint(let value):
      // A zero with a sign is no integer.
      if let small = Int64(exactly: value) { builder.int = small } else { builder.uint = value }
    default:
      guard let value = Double(String(decoding: digits, as: UTF8.self)) else {
        throw document.error("the number cannot be read", at: place)
      }
      builder.double = value
    }
  }

  private mutating func record(
    _ members: [(key: String, value: Int)], _ builder: Wire.Value.Builder
  ) throws {
    let names = members.map { $0.key.hasPrefix("$") ? String($0.key.dropFirst()) : $0.key }
    let shape = shapePlaces[names] ?? shapes.count
    if shape == shapes.count {
      shapePlaces[names] = shape
      shapes.append(names)
    }
    let record = try builder.initRecord()
    record.shape = UInt32(shape)
    let list = try record.initValues(count: members.count)
    for (index, member) in members.enumerated() { try value(member.value, list[index]) }
  }

  private mutating func special(
    _ key: String, _ place: Int, _ builder: Wire.Value.Builder
  ) throws {
    switch key {
    case "$uint": builder.uint = try unsigned(place)
    case "$double": builder.double = try double(place)
    case "$bytes": try builder.setBytes(base64(place))
    case "$date": builder.date = try double(place)
    case "$table": try table(place, builder)
    case "$tensor": try tensor(place, builder.initTensor())
    case "$object": try object(place, builder.initObject())
    case "$type": try builder.setType(string(place))
    case "$reference": builder.reference = try index(place)
    case "$instance": builder.instance = try index(place)
    case "$part": builder.part = try index(place)
    default: throw document.error("\"\(key)\" means nothing here", at: place)
    }
  }

  private mutating func table(_ place: Int, _ builder: Wire.Value.Builder) throws {
    let entries = try array(place)
    let list = try builder.initTable(count: entries.count)
    for (index, entry) in entries.enumerated() {
      let pair = try array(entry)
      guard pair.count == 2 else { throw document.error("a key and a value are needed", at: entry) }
      try value(pair[0], list[index].initKey())
      try value(pair[1], list[index].initValue())
    }
  }

  private func tensor(_ place: Int, _ builder: Wire.Tensor.Builder) throws {
    let members = try object(place)
    guard let storage = members["storage"], let offset = members["offset"],
      let shape = members["shape"], let strides = members["strides"]
    else {
      throw document.error("a tensor has a storage, an offset, a shape and strides", at: place)
    }
    builder.storage = try index(storage)
    builder.offset = try unsigned(offset)
    try builder.setShape(array(shape).map { try unsigned($0) })
    try builder.setStrides(array(strides).map { try signed($0) })
  }

  private mutating func object(_ place: Int, _ builder: Wire.Object.Builder) throws {
    let members = try object(place)
    guard let name = members["type"] else { throw document.error("it has no type", at: place) }
    let type = try string(name)
    try builder.setType(type)
    if let config = members["config"] { try value(config, builder.initConfig()) }
    if let fields = members["fields"] { return try value(fields, builder.initFields()) }
    guard let state = members["state"] else { throw document.error("it has no state", at: place) }
    guard let entry = try types?.entry(TypeID(type)) else { return }
    switch entry.form {
    case .state(let form), .configured(let form, _):
      builder.schema = form.schema.id
      let message = try document.message(state, as: form.loadSchema(SchemaRegistry()))
      try builder.setState(message.root)
    case .fields, .none: throw document.error("\(type) is not saved by its state", at: state)
    }
  }
}

extension GraphJSONParser {
  private func array(_ place: Int) throws -> [Int] {
    guard case .array(let elements) = document.node(place) else {
      throw document.error("an array is needed", at: place)
    }
    return elements
  }

  private func object(_ place: Int) throws -> [String: Int] {
    guard case .object(let members) = document.node(place) else {
      throw document.error("an object is needed", at: place)
    }
    return Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  private func single(_ place: Int) throws -> (String, Int) {
    guard case .object(let members) = document.node(place), members.count == 1 else {
      throw document.error("an object with one member is needed", at: place)
    }
    return (members[0].key, members[0].value)
  }

  private func string(_ place: Int) throws -> String {
    guard case .string(let text) = document.node(place) else {
      throw document.error("a string is needed", at: place)
    }
    return text
  }

  private func base64(_ place: Int) throws -> Data {
    guard let data = Data(base64Encoded: try string(place)) else {
      throw document.error("bytes in base64 are needed", at: place)
    }
    return data
  }

  private func unsigned(_ place: Int) throws -> UInt64 {
    guard case .number(let digits) = document.node(place),
      case .uint(let value) = JSONDocument.integer(digits)
    else { throw document.error("a whole number is needed", at: place) }
    return value
  }

  private func signed(_ place: Int) throws -> Int64 {
    if case .number(let digits) = document.node(place) {
      switch JSONDocument.integer(digits) {
      case .int(let value): return value
      case .uint(let value): if let small = Int64(exactly: value) { return small }
      default: break
      }
    }
    throw document.error("a whole number is needed", at: place)
  }

  private func index(_ place: Int) throws -> UInt32 {
    guard let index = UInt32(exactly: try unsigned(place)) else {
      throw document.error("a place is needed", at: place)
    }
    return index
  }

  private func double(_ place: Int) throws -> Double {
    switch document.node(place) {
    case .number(let digits):
      if let value = Double(String(decoding: digits, as: UTF8.self)) { return value }
    case .string(let text):
      if text.hasPrefix("0x"), let bits = UInt64(text.dropFirst(2), radix: 16) {
        return Double(bitPattern: bits)
      }
      if ["nan", "inf", "-inf"].contains(text), let value = Double(text) { return value }
    case .object(let members):
      // What is not finite is written so wherever a number stands.
      if members.count == 1, members[0].key == "$double" {
        return try double(members[0].value)
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
