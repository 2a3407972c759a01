extension DynamicStruct {
  /// A struct that is being built, by the names of its schema.
  public struct Builder {
    /// The schema by which the struct is built.
    public let schema: StructSchema

    /// The struct without names.
    public let _raw: StructBuilder

    /// Builds a struct by a schema.
    public init(schema: StructSchema, _raw: StructBuilder) {
      self.schema = schema
      self._raw = _raw
    }

    /// The same struct for reading, as it stands now.
    public var asReader: Reader { Reader(schema: schema, _raw: _raw.asReader) }
  }
}

extension DynamicStruct.Builder {
  /// The member of the unnamed union that is set; nil where there is no union, or where the schema
  /// does not know the tag.
  public var which: FieldSchema? { asReader.which }

  /// Whether a field is there: set in its union, and for a pointer not null.
  public func has(_ field: FieldSchema) -> Bool { asReader.has(field) }

  /// The value of the field with a name, for changing what it leads to.
  public func get(_ name: String) throws(CapnProtoError) -> DynamicValue.Builder {
    try named(name, get)
  }

  /// The value of a field, for changing what it leads to; a null pointer becomes the default, or
  /// what is empty.
  public func get(_ field: FieldSchema) throws(CapnProtoError) -> DynamicValue.Builder {
    try schema.require(field)
    guard asReader.isActive(field) else { throw .wrongUnionMember(field.name) }
    let type = field.type
    if field.isGroup, case .structure(let group) = type {
      return .structure(DynamicStruct.Builder(schema: group, _raw: _raw))
    }
    guard type.isPointer else { return .scalar(try asReader.get(field)) }
    let pointer = _raw.pointer(at: field.offset)
    if let value = field.defaultNode.message, pointer.isNull { try pointer.set(value.root) }
    return try pointer.get(type)
  }

  /// Sets the field with a name to a value, which is copied.
  public func set(_ name: String, _ value: DynamicValue) throws(CapnProtoError) {
    try named(name) { field throws(CapnProtoError) in try set(field, value) }
  }

  /// Sets a field to a value, which is copied as deep as it goes, and the tag of its union.
  ///
  /// - Throws: `CapnProtoError` when the value is not of the field's type, or not in its range.
  public func set(_ field: FieldSchema, _ value: DynamicValue) throws(CapnProtoError) {
    try schema.require(field)
    let type = field.type
    if field.isGroup {
      guard case .structure(let source) = value, case .structure(let group) = type,
        source.schema.id == group.id
      else { throw .mismatch("the value for the group `\(field.name)`", type) }
      return try initStruct(field).copyFields(of: source)
    }
    if type.isPointer {
      try pointer(field).set(value, type)
    } else {
      let bits = try value.bits(as: type)
      activate(field)
      _raw.setBits(bits, type.elementSize, at: field.offset, default: field.defaultNode.bits)
    }
  }

  /// Sets a field of text.
  public func setText(_ field: FieldSchema, _ text: some TextSource) throws(CapnProtoError) {
    guard field.type == .text else { throw .mismatch("a text", field.type) }
    try pointer(field).setText(text)
  }

  /// Sets a field of bytes.
  public func setData(_ field: FieldSchema, _ bytes: some BytesSource) throws(CapnProtoError) {
    guard field.type == .data else { throw .mismatch("data", field.type) }
    try pointer(field).setBytes(bytes)
  }

  /// Makes a new struct in a field; a group is emptied.
  @discardableResult
  public func initStruct(_ field: FieldSchema) throws(CapnProtoError) -> DynamicStruct.Builder {
    guard case .structure(let inner) = field.type else { throw .mismatch("a struct", field.type) }
    if field.isGroup {
      try schema.require(field)
      activate(field)
      let group = DynamicStruct.Builder(schema: inner, _raw: _raw)
      try group.clearFields()
      return group
    }
    return DynamicStruct.Builder(
      schema: inner, _raw: try pointer(field).initStruct(inner.layout))
  }

  /// Makes a new list in a field, of so many elements.
  @discardableResult
  public func initList(
    _ field: FieldSchema, count: Int
  ) throws(CapnProtoError) -> DynamicList.Builder {
    guard case .list(let element) = field.type else { throw .mismatch("a list", field.type) }
    return try pointer(field).initList(element, count: count)
  }

  /// The pointer of a field, which becomes the active one of its union.
  public func pointer(_ field: FieldSchema) throws(CapnProtoError) -> PointerBuilder {
    try schema.require(field)
    guard !field.isGroup, field.type.isPointer else {
      throw CapnProtoError(.invalidArgument, "the field `\(field.name)` is no pointer")
    }
    activate(field)
    return _raw.pointer(at: field.offset)
  }

  /// Makes a field what it is in a new struct, and the active one of its union.
  public func clear(_ field: FieldSchema) throws(CapnProtoError) {
    try schema.require(field)
    if field.isGroup {
      try initStruct(field)
    } else if field.type.isPointer {
      try pointer(field).clear()
    } else {
      activate(field)
      _raw.setBits(0, field.type.elementSize, at: field.offset, default: 0)
    }
  }

  /// Copies the fields of a struct of the same schema, as deep as they go.
  func copyFields(of source: DynamicStruct.Reader) throws(CapnProtoError) {
    for field in schema.fields where source.isActive(field) {
      if !field.isGroup && field.type.isPointer {
        if source.has(field) { try set(field, source.get(field)) } else { try clear(field) }
      } else {
        try set(field, source.get(field))
      }
    }
  }

  private func clearFields() throws(CapnProtoError) {
    // In reverse, so that the first member of the union ends up as the active one.
    for field in schema.fields.reversed() { try clear(field) }
    if schema.discriminantCount > 0 { _raw.setScalar(0 as UInt16, at: schema.discriminantOffset) }
  }

  private func activate(_ field: FieldSchema) {
    guard let tag = field.discriminant else { return }
    _raw.setScalar(tag, at: schema.discriminantOffset)
  }

  private func named<R>(
    _ name: String, _ body: (FieldSchema) throws(CapnProtoError) -> R
  ) throws(CapnProtoError) -> R {
    do throws(CapnProtoError) {
      return try body(schema.requireField(name))
    } catch {
      throw error.inside("\(schema.name).\(name)")
    }
  }
}

extension StructBuilder {
  func setBits(_ bits: UInt64, _ size: ElementSize, at offset: Int, default mask: UInt64) {
    switch size {
    case .void, .pointer, .composite: break
    case .bit: setBool(bits & 1 != 0, at: offset, mask: mask & 1 != 0)
    case .byte: setScalar(UInt8(truncatingIfNeeded: bits ^ mask), at: offset)
    case .twoBytes: setScalar(UInt16(truncatingIfNeeded: bits ^ mask), at: offset)
    case .fourBytes: setScalar(UInt32(truncatingIfNeeded: bits ^ mask), at: offset)
    case .eightBytes: setScalar(bits ^ mask, at: offset)
    }
  }
}

extension StructBuilderView {
  /// The same struct, built by the names of its schema.
  public var dynamic: DynamicStruct.Builder {
    get throws(CapnProtoError) {
      DynamicStruct.Builder(schema: try Struct.structSchema, _raw: _raw)
    }
  }
}

extension MessageBuilder {
  /// Makes a new root struct of a schema that is known only while the program runs.
  @discardableResult
  public func initRoot(_ schema: StructSchema) throws(CapnProtoError) -> DynamicStruct.Builder {
    DynamicStruct.Builder(schema: schema, _raw: try root.initStruct(schema.layout))
  }

  /// The root struct, for changing; a message without a root gets an empty one.
  public func root(_ schema: StructSchema) throws(CapnProtoError) -> DynamicStruct.Builder {
    DynamicStruct.Builder(
      schema: schema, _raw: try root.editStruct(schema.layout, default: nil))
  }
}
