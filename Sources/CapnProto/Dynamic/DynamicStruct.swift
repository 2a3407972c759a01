/// Structs whose schema is known only while the program runs.
public enum DynamicStruct {
  /// A struct of a message, read in place by the names of its schema.
  public struct Reader {
    /// The schema by which the struct is read.
    public let schema: StructSchema

    /// The struct without names.
    public let _raw: StructReader

    /// Reads a struct by a schema.
    public init(schema: StructSchema, _raw: StructReader) {
      self.schema = schema
      self._raw = _raw
    }
  }
}

extension DynamicStruct.Reader {
  /// The member of the unnamed union that is set; nil where there is no union, or where the schema
  /// does not know the tag.
  public var which: FieldSchema? {
    schema.discriminantCount == 0 ? nil : schema.field(discriminant: tag)
  }

  /// The tag of the unnamed union, which the schema may not know; zero without a union.
  public var tag: UInt16 {
    schema.discriminantCount == 0 ? 0 : _raw.scalar(at: schema.discriminantOffset)
  }

  /// Whether a field is there: set in its union, and for a pointer not null.
  public func has(_ field: FieldSchema) -> Bool {
    guard isActive(field) else { return false }
    switch field.node.kind {
    case .group: return true
    case .slot(let offset, _, _, _): return field.type.isPointer ? _raw.has(at: offset) : true
    }
  }

  /// Whether a field can be read: it is no member of the union, or the one that is set.
  public func isActive(_ field: FieldSchema) -> Bool {
    field.discriminant.map { $0 == tag } ?? true
  }

  /// The value of the field with a name.
  public func get(_ name: String) throws(CapnProtoError) -> DynamicValue {
    do throws(CapnProtoError) {
      return try get(schema.requireField(name))
    } catch {
      throw error.inside("\(schema.name).\(name)")
    }
  }

  /// The value of a field; a null pointer reads as the default.
  ///
  /// - Throws: `CapnProtoError` when the message is damaged, and for a member of the union that is
  ///   not the one that is set.
  public func get(_ field: FieldSchema) throws(CapnProtoError) -> DynamicValue {
    try schema.require(field)
    guard isActive(field) else { throw .wrongUnionMember(field.name) }
    let type = field.type
    guard case .slot(let offset, _, let value, _) = field.node.kind else {
      guard case .structure(let group) = type else { throw .unknownField(field.name, schema) }
      return .structure(DynamicStruct.Reader(schema: group, _raw: _raw))
    }
    if let bits = _raw.bits(type.elementSize, at: offset, default: value.bits),
      let scalar = DynamicValue(bits: bits, type)
    {
      return scalar
    }
    if let message = value.message, !_raw.has(at: offset) { return try message.root.get(type) }
    return try _raw.pointer(at: offset).get(type)
  }

  /// The same struct as one of generated code, which has to be of the same schema.
  public func `as`<T: StructType>(_ type: T.Type) throws(CapnProtoError) -> T.Reader {
    guard T.schema.id == schema.id else {
      throw CapnProtoError(.typeMismatch, "this is a \(schema.name), not a \(T.schema.name)")
    }
    return T.Reader(_raw: _raw)
  }
}

extension StructReader {
  /// The bits of a scalar field, or nil where the size is that of a pointer.
  func bits(_ size: ElementSize, at offset: Int, default mask: UInt64) -> UInt64? {
    switch size {
    case .void: 0
    case .bit: bool(at: offset, mask: mask & 1 != 0) ? 1 : 0
    case .byte: UInt64(scalar(at: offset, mask: UInt8(truncatingIfNeeded: mask)) as UInt8)
    case .twoBytes: UInt64(scalar(at: offset, mask: UInt16(truncatingIfNeeded: mask)) as UInt16)
    case .fourBytes: UInt64(scalar(at: offset, mask: UInt32(truncatingIfNeeded: mask)) as UInt32)
    case .eightBytes: scalar(at: offset, mask: mask) as UInt64
    case .pointer, .composite: nil
    }
  }
}

extension StructSchema {
  /// The field with a name.
  ///
  /// - Throws: `CapnProtoError` when there is none, with a guess at what was meant.
  public func requireField(_ name: String) throws(CapnProtoError) -> FieldSchema {
    guard let field = field(named: name) else { throw .unknownField(name, self) }
    return field
  }

  /// Throws unless a field is one of this schema.
  func require(_ field: FieldSchema) throws(CapnProtoError) {
    guard field.parent.declaration === declaration || field.parent.id == id else {
      throw .unknownField(field.name, self)
    }
  }
}

extension CapnProtoError {
  static func unknownField(_ name: String, _ schema: StructSchema) -> CapnProtoError {
    CapnProtoError(
      .unknownField,
      "\(schema.name) has no field `\(name)`" + Spelling.hint(name, schema.fields.map(\.name)))
  }

  static func mismatch(_ value: String, _ type: SchemaType) -> CapnProtoError {
    CapnProtoError(.typeMismatch, "\(value) is no \(type)")
  }
}

extension StructReaderView {
  /// The same struct, read by the names of its schema.
  public var dynamic: DynamicStruct.Reader {
    get throws(CapnProtoError) {
      DynamicStruct.Reader(schema: try Struct.structSchema, _raw: _raw)
    }
  }
}

extension Message {
  /// The root of the message, as a struct of a schema that is known only while the program runs.
  public func root(_ schema: StructSchema) throws(CapnProtoError) -> DynamicStruct.Reader {
    DynamicStruct.Reader(schema: schema, _raw: try root.structure(default: nil))
  }
}
