/// Writes structs as text.
struct TextWriter {
  private let codec: TextCodec
  private(set) var output: TextOutput
  private let sink: PieceSink?
  private var plans: [StructSchema: [TextField]] = [:]
  private var depth = 0

  init(_ codec: TextCodec) {
    self.codec = codec
    output = TextOutput(pretty: codec.pretty)
    sink = nil
  }

  /// Writes piece by piece.
  init(_ codec: TextCodec, _ output: TextOutput, sink: PieceSink) {
    (self.codec, self.output, self.sink) = (codec, output, sink)
  }

  /// Passes on what is left.
  mutating func passOn() throws(CapnProtoError) {
    try checkSize()
    output.passOn(atLeast: 0)
    try sink?.check()
  }

  func finish() throws(CapnProtoError) -> [UInt8] {
    try checkSize()
    return output.finished()
  }

  /// Writes a struct or a group; as a field it stands behind a name.
  mutating func write(
    _ value: DynamicStruct.Reader, isField: Bool
  ) throws(CapnProtoError) {
    try enter()
    var block = output.open("(", depth: depth, isField: isField, limit: TextOutput.recordLimit)
    for item in plan(value.schema) where isShown(item, value) {
      output.beginItem(&block)
      try write(item, of: value)
      output.endItem(&block)
    }
    output.close(")", block)
    depth -= 1
  }

  private func isShown(_ item: TextField, _ value: DynamicStruct.Reader) -> Bool {
    guard value.isActive(item.field) else { return false }
    if codec.isForSchemas, item.field.discriminant == nil, isDefault(item.field, value) {
      return false
    }
    // A member that is not the first of its union has to be there, so that its tag is known.
    return item.field.discriminant ?? 0 != 0 || value.has(item.field)
  }

  /// Whether a number is what it is where nobody sets it.
  ///
  /// An annotation on an enumeration may have a value with a field of that enumeration, which cannot
  /// be named before the enumeration is there.
  private func isDefault(_ field: FieldSchema, _ value: DynamicStruct.Reader) -> Bool {
    let size = field.type.elementSize
    guard !field.isGroup, let bits = value._raw.bits(size, at: field.offset, default: 0) else {
      return false
    }
    return bits == 0
  }

  private mutating func write(
    _ item: TextField, of value: DynamicStruct.Reader
  ) throws(CapnProtoError) {
    do throws(CapnProtoError) {
      try checkSize()
      output.append(item.label)
      try write(value.get(item.field), item.type, isField: true)
    } catch {
      throw error.inside(".\(item.field.name)")
    }
  }

  mutating func write(
    _ value: DynamicValue, _ type: SchemaType, isField: Bool
  ) throws(CapnProtoError) {
    switch value {
    case .list(let list): try write(list, isField: isField)
    case .structure(let value): try write(value, isField: isField)
    default: writeLeaf(value, type)
    }
  }

  private mutating func writeLeaf(_ value: DynamicValue, _ type: SchemaType) {
    switch value {
    case .void: output.append("void")
    case .bool(let value): output.append(value ? "true" : "false")
    case .int(let value): output.append("\(value)")
    case .uint(let value): output.append("\(value)")
    case .float32(let value) where codec.isForSchemas && value == 0 && value.sign == .minus:
      output.append("-0.0")
    case .float64(let value) where codec.isForSchemas && value == 0 && value.sign == .minus:
      output.append("-0.0")
    case .float32(let value): output.append(TextNumber.text(value, exact: codec.exactFloats))
    case .float64(let value): output.append(TextNumber.text(value))
    case .text(let text):
      let isBroken = codec.isForSchemas && text.validated() == nil
      output.string(text.utf8, isData: isBroken)
    case .data(let bytes): output.string(bytes, isData: true)
    case .enumeration(let value): output.append(value.name ?? "(\(value.rawValue))")
    case .anyPointer: output.append("<opaque pointer>")
    case .capability:
      // One of an open type is any pointer to those who print it.
      output.append(type == .anyCapability ? "<opaque pointer>" : "<external capability>")
    case .list, .structure: break
    }
  }

  private mutating func write(
    _ list: DynamicList.Reader, isField: Bool
  ) throws(CapnProtoError) {
    try enter()
    let type = list.elementType
    if list.hasEmptyElements {
      // They take nothing in the message, and might be half a billion.
      var fields = 0
      if case .structure(let schema) = type { fields = plan(schema).count }
      try list._raw.chargeCopy(bytesPerElement: 1024 * (1 + min(fields, 1 << 10)))
    }
    var block = output.open("[", depth: depth, isField: isField, limit: .max)
    for index in 0..<list.count {
      do throws(CapnProtoError) {
        try checkSize()
        output.beginItem(&block)
        try write(list.get(index), type, isField: false)
        output.endItem(&block)
      } catch {
        throw error.inside("[\(index)]")
      }
    }
    output.close("]", block)
    depth -= 1
  }

  /// The fields of a struct, found once: a schema works their types out at each call.
  private mutating func plan(_ schema: StructSchema) -> [TextField] {
    if let known = plans[schema] { return known }
    let fields = schema.fields.map { TextField($0) }
    plans[schema] = fields
    return fields
  }

  private mutating func enter() throws(CapnProtoError) {
    depth += 1
    guard depth <= codec.levelLimit else {
      throw CapnProtoError(
        .nestingLimit, "the message is more than \(codec.levelLimit) levels deep in text")
    }
  }

  private func checkSize() throws(CapnProtoError) {
    try sink?.check()
    guard output.count <= codec.maximumOutputBytes else {
      throw CapnProtoError(
        .tooLarge,
        "the text is larger than the \(codec.maximumOutputBytes) bytes of `maximumOutputBytes`")
    }
  }
}
