import Foundation

/// Writes the value of a Codable type as the structs of its schema.
struct TypedWriter {
  let schema: CodableSchema

  private var structs: [SchemaStruct] { schema.model.structs }

  func write(_ value: Value) throws -> MessageBuilder {
    let message = MessageBuilder()
    let root = try message.initRoot(schema.root)._raw
    let index = schema.model.root
    if structs[index].role == .box {
      try at("value") { try write(value, structs[index].fields[0], root) }
    } else {
      try write(value, index, root)
    }
    return message
  }

  private func at(_ key: @autoclosure () -> String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as StowageError {
      let path = error.path.isEmpty ? key() : key() + "." + error.path
      throw StowageError(error.code, error.message, path: path)
    }
  }

  private func mismatch(_ value: Value, _ wanted: String) -> StowageError {
    StowageError(
      .unsupportedValue,
      "\(value.label) is no \(wanted), as the schema has it: make the schema with an example")
  }

  private func write(_ value: Value, _ index: Int, _ target: StructBuilder) throws {
    let structure = structs[index]
    let value = try value.followed
    switch structure.role {
    case .optional:
      guard !value.isNull else { return }
      target.setScalar(1 as UInt16, at: structure.discriminantOffset)
      try write(value.unwrapped ?? value, structure.fields[1], target)
    case .box: try write(value, structure.fields[0], target)
    case .entry: throw mismatch(value, structure.name)
    case .record, .choice:
      guard case .table(let table) = value else { throw mismatch(value, structure.name) }
      if structure.role == .choice, table.count != 1 { throw mismatch(value, structure.name) }
      var found = 0
      for (number, field) in structure.fields.enumerated() {
        guard let content = table[field.key.value] else { continue }
        found += 1
        if structure.isUnion {
          target.setScalar(UInt16(number), at: structure.discriminantOffset)
        }
        try at(field.key.text) { try write(content, field, target) }
      }
      guard found == table.count else { throw unknownKey(table, structure) }
    }
  }

  private func unknownKey(_ table: Table, _ structure: SchemaStruct) -> StowageError {
    let known = Set(structure.fields.map(\.key.value))
    let key = table.keys.first { !known.contains($0) }
    return StowageError(
      .unsupportedValue,
      "\(structure.name) has no field for \(key?.string ?? key?.label ?? "a key"): "
        + "make the schema with an example")
  }

  private func write(
    _ value: Value, _ field: SchemaStruct.Field, _ target: StructBuilder
  ) throws {
    let place = field.place
    let offset = field.offset
    if case .scalar(let scalar) = place.type, !scalar.isPointer {
      switch scalar {
      case .void, .text, .data, .wide, .any: break
      case .bool: target.setBool(try decode(value), at: offset)
      case .int8: target.setScalar(try decode(value) as Int8, at: offset)
      case .int16: target.setScalar(try decode(value) as Int16, at: offset)
      case .int32: target.setScalar(try decode(value) as Int32, at: offset)
      case .int64: target.setScalar(try decode(value) as Int64, at: offset)
      case .uint8: target.setScalar(try decode(value) as UInt8, at: offset)
      case .uint16: target.setScalar(try decode(value) as UInt16, at: offset)
      case .uint32: target.setScalar(try decode(value) as UInt32, at: offset)
      case .uint64: target.setScalar(try decode(value) as UInt64, at: offset)
      case .float32: target.setScalar(try decode(value) as Float, at: offset)
      case .float64: target.setScalar(try decode(value) as Double, at: offset)
      case .date:
        target.setScalar((try decode(value) as Date).timeIntervalSinceReferenceDate, at: offset)
      }
      return
    }
    try write(value, place, target.pointer(at: offset))
  }

  private func decode<T: Decodable>(_ value: Value) throws -> T {
    do throws(CodingFault) {
      if let result = try DirectCoding.decode(T.self, value) { return result }
    } catch {
      throw mismatch(value, "\(T.self)")
    }
    throw mismatch(value, "\(T.self)")
  }

  private func write(
    _ value: Value, _ place: SchemaStruct.Place, _ target: PointerBuilder
  ) throws {
    if place.isNullable, value.isNothing { return }
    let value = place.isNullable ? value.unwrapped ?? value : value
    switch place.type {
    case .structure(let index):
      try write(value, index, target.initStruct(schema.schemas[index])._raw)
    case .list(let element): try write(list: value, element, target)
    case .scalar(let scalar):
      switch scalar {
      case .text: try target.setText(decode(value) as String)
      case .data: try target.setBytes(decode(value) as Data)
      case .wide: try target.setText(value.string ?? String(decode(value) as Int128))
      default: try target.setBytes(serialize(value))
      }
    }
  }

  private func write(
    list value: Value, _ element: SchemaStruct.Place, _ target: PointerBuilder
  ) throws {
    let value = try value.followed
    if case .structure(let index) = element.type, structs[index].role == .entry {
      return try write(entries: value, index, target)
    }
    let values: [Value]
    switch value {
    case .array(let found): values = found
    case .bytes(let bytes): values = bytes.map { .int(Int64($0)) }
    default: throw mismatch(value, "list")
    }
    switch element.type {
    case .structure(let index):
      let list = try target.initList(.structure(schema.schemas[index]), count: values.count)
      for (number, value) in values.enumerated() {
        try at("[\(number)]") { try write(value, index, list.structure(number)._raw) }
      }
    case .scalar(let scalar) where !scalar.isPointer: try write(numbers: values, scalar, target)
    default:
      let type: SchemaType = if case .scalar(.data) = element.type { .data } else { .text }
      let list = try target.initList(
        element.type.isText ? type : .list(.void), count: values.count)
      for (number, value) in values.enumerated() {
        try at("[\(number)]") { try write(value, element, list.pointer(number)) }
      }
    }
  }

  private func write(entries value: Value, _ index: Int, _ target: PointerBuilder) throws {
    var pairs: [(Value, Value)] = []
    switch value {
    case .table(let table): pairs = Array(table)
    case .array(let values) where values.count.isMultiple(of: 2):
      pairs = stride(from: 0, to: values.count, by: 2).map { (values[$0], values[$0 + 1]) }
    default: throw mismatch(value, structs[index].name)
    }
    let list = try target.initList(.structure(schema.schemas[index]), count: pairs.count)
    for (number, pair) in pairs.enumerated() {
      let entry = try list.structure(number)._raw
      try at("[\(number)]") {
        try write(pair.0, structs[index].fields[0], entry)
        try write(pair.1, structs[index].fields[1], entry)
      }
    }
  }

  private func write(
    numbers values: [Value], _ scalar: SchemaScalar, _ target: PointerBuilder
  ) throws {
    switch scalar {
    case .void: _ = try target.initList(.void, count: values.count)
    case .bool:
      let list = try target.initialize(List<Bool>.self, count: values.count)
      for (index, value) in values.enumerated() { list[index] = try decode(value) }
    case .int8: try write(values, Int8.self, target)
    case .int16: try write(values, Int16.self, target)
    case .int32: try write(values, Int32.self, target)
    case .int64: try write(values, Int64.self, target)
    case .uint8: try write(values, UInt8.self, target)
    case .uint16: try write(values, UInt16.self, target)
    case .uint32: try write(values, UInt32.self, target)
    case .uint64: try write(values, UInt64.self, target)
    case .float32: try write(values, Float.self, target)
    case .float64: try write(values, Double.self, target)
    case .date:
      let list = try target.initialize(List<Double>.self, count: values.count)
      for (index, value) in values.enumerated() {
        list[index] = (try decode(value) as Date).timeIntervalSinceReferenceDate
      }
    case .text, .data, .wide, .any: break
    }
  }

  private func write<Number: Scalar & Decodable>(
    _ values: [Value], _ type: Number.Type, _ target: PointerBuilder
  ) throws {
    let list = try target.initialize(List<Number>.self, count: values.count)
    for (index, value) in values.enumerated() { list[index] = try decode(value) }
  }
}
