internal import CapnProtoSyntax

/// Fills structs with what a text says.
///
/// It calls itself nowhere, so that depth in the text takes no stack.
struct TextFiller {
  let source: SourceText
  private let codec: TextCodec
  private let memoryBytes: Int
  private let progress: SpoolProgress?
  private var reader: TextWalk
  /// The structs and lists that are being filled, the innermost last.
  private var frames: [TextFrame] = []
  private var depth = 0
  // An enumeration looks a name up one by one.
  var enumerants: [UInt64: [String: UInt16]] = [:]
  /// The bytes of a string.
  private lazy var buffer = SpooledArray<UInt8>(memoryBytes: memoryBytes)

  /// Checks the syntax of a range of a text.
  init(
    _ source: SourceText, _ range: Range<Int>, _ codec: TextCodec, memoryBytes: Int,
    _ progress: SpoolProgress?
  ) throws(CapnProtoError) {
    self.source = source
    self.codec = codec
    self.memoryBytes = memoryBytes
    self.progress = progress
    reader = try TextWalk(
      source, range, levelLimit: codec.levelLimit, memoryBytes: memoryBytes, progress)
  }

  /// Fills a struct with the only value of the text.
  mutating func fill(_ builder: DynamicStruct.Builder) throws(CapnProtoError) {
    let value = try reader.value()
    guard case .tuple(let count) = value.head, !value.hasSuffixes else {
      throw error(.malformed, value.range, "This is no struct, which stands in parentheses.")
    }
    guard codec.nestingLimit > 0 else { throw tooDeep(value) }
    frames.append(TextFrame(.structure(builder), value, count, isLevel: false))
    do throws(CapnProtoError) {
      while !frames.isEmpty { try advance() }
    } catch {
      throw frames.reversed().reduce(error) { $1.inside($0) }
    }
  }

  /// Reads the next item of the innermost struct or list.
  private mutating func advance() throws(CapnProtoError) {
    let last = frames.count - 1
    guard frames[last].next() else {
      let frame = frames.removeLast()
      if frame.isLevel { depth -= 1 }
      return reader.end(frame.value)
    }
    switch frames[last].content {
    case .structure(let builder):
      let name = try reader.name()
      frames[last].name = name?.text
      let field = try field(name, of: builder.schema)
      try set(field, of: builder, reader.value())
    case .list(let list): try set(frames[last].index, of: list, reader.value())
    }
  }

  private mutating func field(
    _ name: Name?, of schema: StructSchema
  ) throws(CapnProtoError) -> FieldSchema {
    guard let name else {
      throw error(.malformed, try reader.value().range, "A field needs a name.")
    }
    guard let field = schema.field(named: name.text) else {
      throw error(.unknownField, name.range, "\(schema.name) has no field `\(name.text)`.")
    }
    if let other = frames[frames.count - 1].assigned.insert(field) {
      throw error(
        .malformed, name.range,
        other == name.text
          ? "The field `\(other)` has a value already."
          : "Only one member of the union can be set, and `\(other)` is already.")
    }
    return field
  }

  private mutating func set(
    _ field: FieldSchema, of builder: DynamicStruct.Builder, _ value: TextValue
  ) throws(CapnProtoError) {
    let type = field.type
    if field.isGroup {
      guard case .tuple(let count) = value.head, !value.hasSuffixes else {
        throw error(.typeMismatch, value.range, "This is no group, which stands in parentheses.")
      }
      frames.append(
        TextFrame(.structure(try builder.initStruct(field)), value, count, isLevel: false))
    } else if type.isPointer {
      // Before the tag of its union is set.
      try check(value, type)
      try set(builder.pointer(field), value, type)
    } else {
      let scalar = try scalar(value, type)
      try at(value) { () throws(CapnProtoError) in try builder.set(field, scalar) }
      reader.end(value)
    }
  }

  private mutating func set(
    _ index: Int, of list: DynamicList.Builder, _ value: TextValue
  ) throws(CapnProtoError) {
    progress?.reach(value.range.lowerBound)
    let type = list.elementType
    if case .structure = type, case .tuple(let count) = value.head, !value.hasSuffixes {
      try enter(value)
      frames.append(TextFrame(.structure(try list.structure(index)), value, count, isLevel: true))
    } else if type.isPointer {
      try check(value, type)
      try set(list.pointer(index), value, type)
    } else {
      let scalar = try scalar(value, type)
      try at(value) { () throws(CapnProtoError) in try list.set(index, scalar) }
      reader.end(value)
    }
  }

  private mutating func set(
    _ pointer: PointerBuilder, _ value: TextValue, _ type: SchemaType
  ) throws(CapnProtoError) {
    switch (value.head, type) {
    case (.list(let count), .list(let element)):
      try enter(value)
      let list = try pointer.initList(element, count: count)
      return frames.append(TextFrame(.list(list), value, count, isLevel: true))
    case (.tuple(let count), .structure(let schema)):
      try enter(value)
      let builder = try pointer.initStruct(schema)
      return frames.append(TextFrame(.structure(builder), value, count, isLevel: true))
    case (.string, .text): try pointer.setText(bytes(value))
    case (.string, .data), (.binary, .data): try pointer.setBytes(bytes(value))
    default: throw mismatch(value, type)
    }
    reader.end(value)
  }

  private mutating func bytes(_ value: TextValue) throws(CapnProtoError) -> SharedBytes {
    let buffer = buffer
    buffer.removeAll()
    let text = source.bytes[value.range]
    if case .binary = value.head {
      for byte in HexBytes(text) { try buffer.append(byte) }
    } else {
      for byte in StringBytes(text) { try buffer.append(byte) }
    }
    return buffer.bytes
  }

  private mutating func enter(_ value: TextValue) throws(CapnProtoError) {
    depth += 1
    guard depth < codec.nestingLimit else { throw tooDeep(value) }
  }

  private func tooDeep(_ value: TextValue) -> CapnProtoError {
    error(
      .nestingLimit, value.range,
      "Structs and lists are nested deeper than the \(codec.nestingLimit) levels of `nestingLimit`."
    )
  }

  func error(
    _ code: CapnProtoError.Code, _ range: Range<Int>, _ message: String
  ) -> CapnProtoError {
    source.error(code, range, message)
  }
}
