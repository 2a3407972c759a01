import Foundation

/// Reads the structs of a schema, which may come from anyone, as the value of a Codable type.
struct TypedReader {
  let schema: CodableSchema
  /// How many elements may still be read: those that take no room could be claimed in any number.
  private var budget: Int

  /// How many levels deep it may still go.
  ///
  /// Where a struct that has to be there is not, it reads as an empty one, and that may have to hold
  /// another one, without end.
  private var levels: Int

  private var structs: [SchemaStruct] { schema.model.structs }

  init(_ schema: CodableSchema, budget: Int, levels: Int) {
    (self.schema, self.budget, self.levels) = (schema, budget, levels)
  }

  mutating func read(_ message: Message) throws -> Value {
    let index = schema.model.root
    let root = try message.root(schema.root)._raw
    if structs[index].role == .box { return try read(structs[index].fields[0], root) ?? .null }
    return try read(index, root)
  }

  private mutating func spend(_ count: Int) throws {
    budget -= count
    guard budget >= 0 else {
      throw StowageError(
        .invalidContent, "there are more values than the message has room for")
    }
  }

  private mutating func read(_ index: Int, _ source: StructReader) throws -> Value {
    let structure = structs[index]
    switch structure.role {
    case .box, .entry: return try read(structure.fields[0], source) ?? .null
    case .optional:
      let tag: UInt16 = source.scalar(at: structure.discriminantOffset)
      guard tag == 1 else { return .null }
      return try (read(structure.fields[1], source) ?? .null).wrappedIfNeeded
    case .record:
      var keys: [Value] = []
      var values: [Value] = []
      for field in structure.fields {
        guard let value = try read(field, source) else { continue }
        keys.append(field.key.value)
        values.append(value)
      }
      return .table(Table(distinct: keys, values))
    case .choice:
      let tag = structure.isUnion ? source.scalar(at: structure.discriminantOffset) as UInt16 : 0
      guard structure.fields.indices.contains(Int(tag)) else {
        throw StowageError(
          .unknownFormat, "\(structure.name) is a case that the schema does not know")
      }
      let field = structure.fields[Int(tag)]
      let content = try read(field, source)
      return .table(Table(distinct: [field.key.value], [content ?? .null]))
    }
  }

  /// The value of a field, nil for none.
  private mutating func read(
    _ field: SchemaStruct.Field, _ source: StructReader
  ) throws -> Value? {
    let offset = field.offset
    if case .scalar(let scalar) = field.place.type {
      switch scalar {
      case .void: return .table(Table())
      case .bool: return .bool(source.bool(at: offset))
      case .int8: return Value(source.scalar(at: offset) as Int8)
      case .int16: return Value(source.scalar(at: offset) as Int16)
      case .int32: return Value(source.scalar(at: offset) as Int32)
      case .int64: return Value(source.scalar(at: offset) as Int64)
      case .uint8: return Value(source.scalar(at: offset) as UInt8)
      case .uint16: return Value(source.scalar(at: offset) as UInt16)
      case .uint32: return Value(source.scalar(at: offset) as UInt32)
      case .uint64: return Value(source.scalar(at: offset) as UInt64)
      case .float32: return .double((source.scalar(at: offset) as Float).widened)
      case .float64: return .double(source.scalar(at: offset))
      case .date: return .date(Date(timeIntervalSinceReferenceDate: source.scalar(at: offset)))
      case .text, .data, .wide, .any: break
      }
    }
    return try read(field.place, source.pointer(at: offset))
  }

  private mutating func read(
    _ place: SchemaStruct.Place, _ source: PointerReader
  ) throws -> Value? {
    if place.isNullable, source.isNull { return nil }
    try spend(1)
    guard levels > 0 else {
      throw StowageError(.invalidContent, "the message is deeper than limits.nestingLimit")
    }
    levels -= 1
    defer { levels += 1 }
    let value: Value
    switch place.type {
    case .structure(let index):
      value = try read(index, source.get(AnyStruct.self))
      if structs[index].role == .optional, !place.isNullable, value.isNull { return nil }
    case .list(let element): value = try read(list: element, source)
    case .scalar(let scalar):
      switch scalar {
      case .text, .wide: value = .string(String(try source.get(Text.self)))
      case .data: value = .bytes(Data(try source.get(Bytes.self)))
      default:
        guard !source.isNull else { return .null }
        value = try deserialize(Data(source.get(Bytes.self)))
      }
    }
    return place.isNullable ? value.wrappedIfNeeded : value
  }

  private mutating func read(
    list element: SchemaStruct.Place, _ source: PointerReader
  ) throws -> Value {
    switch element.type {
    case .structure(let index):
      let list = try source.get(List<AnyStruct>.self)
      try spend(list.count)
      if structs[index].role == .entry { return try read(entries: list, index) }
      return .array(try list.map { try read(index, $0) })
    case .scalar(let scalar) where !scalar.isPointer: return try read(numbers: scalar, source)
    default:
      let list = try source.get(List<AnyPointer>.self)
      try spend(list.count)
      return .array(try list.map { try read(element, $0) ?? .null })
    }
  }

  private mutating func read(
    entries list: List<AnyStruct>.Reader, _ index: Int
  ) throws -> Value {
    let fields = structs[index].fields
    var pairs: [Value] = []
    for entry in list {
      pairs.append(try read(fields[0], entry) ?? .null)
      pairs.append(try read(fields[1], entry) ?? .null)
    }
    // Keys that are texts or numbers are those of a table, as the encoder has them.
    switch fields[0].place.type {
    case .scalar(.text), .scalar(.int64):
      let entries = stride(from: 0, to: pairs.count, by: 2).map { (pairs[$0], pairs[$0 + 1]) }
      return .table(Table(entries))
    default: return .array(pairs)
    }
  }

  private mutating func read(
    numbers scalar: SchemaScalar, _ source: PointerReader
  ) throws -> Value {
    switch scalar {
    case .bool:
      let list = try source.get(List<Bool>.self)
      try spend(list.count)
      return .array(list.map { .bool($0) })
    case .int8: return try read(source, Int8.self) { Value($0) }
    case .int16: return try read(source, Int16.self) { Value($0) }
    case .int32: return try read(source, Int32.self) { Value($0) }
    case .int64: return try read(source, Int64.self) { .int($0) }
    case .uint8: return try read(source, UInt8.self) { Value($0) }
    case .uint16: return try read(source, UInt16.self) { Value($0) }
    case .uint32: return try read(source, UInt32.self) { Value($0) }
    case .uint64: return try read(source, UInt64.self) { Value($0) }
    case .float32: return try read(source, Float.self) { .double($0.widened) }
    case .float64: return try read(source, Double.self) { .double($0) }
    case .date:
      return try read(source, Double.self) { .date(Date(timeIntervalSinceReferenceDate: $0)) }
    case .void, .text, .data, .wide, .any: return .array([])
    }
  }

  private mutating func read<Number: Scalar>(
    _ source: PointerReader, _ type: Number.Type, _ make: (Number) -> Value
  ) throws -> Value {
    let list = try source.get(List<Number>.self)
    // As an element of a list of structs without content, a number takes no room.
    try spend(list.count)
    return .array(list.map(make))
  }
}
