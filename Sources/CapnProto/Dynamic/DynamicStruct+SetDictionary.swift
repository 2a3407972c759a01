// Building messages from plain Swift.

extension DynamicStruct.Builder {
  /// Sets the fields that a dictionary names, and leaves the others as they are.
  ///
  /// `null` makes a pointer null, and sets a member of a union that has no value.
  ///
  /// - Throws: `CapnProtoError` with the path to the field: for a name that the schema does not
  ///   have, and for a value that does not fit its field.
  public func set(_ dictionary: [String: PlainValue]) throws(CapnProtoError) {
    do throws(CapnProtoError) {
      try setFields(dictionary)
    } catch {
      throw error.inside(schema.name)
    }
  }

  fileprivate func setFields(_ dictionary: [String: PlainValue]) throws(CapnProtoError) {
    // In the order of the names, so that it is always the same error that is thrown.
    for (name, value) in dictionary.sorted(by: { $0.key < $1.key }) {
      do throws(CapnProtoError) {
        let field = try schema.requireField(name)
        try requireAlone(field, dictionary)
        try set(field, plain: value)
      } catch {
        throw error.inside(".\(name)")
      }
    }
  }

  /// Throws where two members of the union are named.
  private func requireAlone(
    _ field: FieldSchema, _ dictionary: [String: PlainValue]
  ) throws(CapnProtoError) {
    guard field.discriminant != nil else { return }
    let other = dictionary.keys.sorted().first {
      $0 != field.name && schema.field(named: $0)?.discriminant != nil
    }
    if let other {
      throw CapnProtoError(
        .invalidArgument, "only one member of the union can be set, and `\(other)` is as well")
    }
  }

  private func set(_ field: FieldSchema, plain value: PlainValue) throws(CapnProtoError) {
    switch (value, field.type) {
    case (.null, _): try clear(field)
    case (.dictionary(let inner), .structure): try initStruct(field).setFields(inner)
    case (_, let type) where type.isPointer && !field.isGroup:
      try pointer(field).set(plain: value, type)
    case (_, let type): try set(field, value.scalar(type))
    }
  }
}

extension PointerBuilder {
  fileprivate func set(plain value: PlainValue, _ type: SchemaType) throws(CapnProtoError) {
    switch (value, type) {
    case (.null, _): try clear()
    case (.string(let text), .text): try setText(text)
    case (.bytes(let bytes), .data): try setBytes(bytes)
    case (.list(let values), .list(let element)):
      try initList(element, count: values.count).setElements(values)
    case (.dictionary(let fields), .structure(let schema)):
      try initStruct(schema).setFields(fields)
    case (.bytes(let bytes), .anyPointer), (.bytes(let bytes), .anyStruct),
      (.bytes(let bytes), .anyList):
      try set(Message(bytes).root)
    default: throw .mismatch(value.label, type)
    }
  }
}

extension DynamicList.Builder {
  fileprivate func setElements(_ values: [PlainValue]) throws(CapnProtoError) {
    for (index, value) in values.enumerated() {
      do throws(CapnProtoError) {
        switch (value, elementType) {
        case (.dictionary(let fields), .structure): try structure(index).setFields(fields)
        case (_, .structure), (_, .anyStruct): throw .mismatch(value.label, elementType)
        case (_, let type) where type.isPointer: try pointer(index).set(plain: value, type)
        default: try set(index, value.scalar(elementType))
        }
      } catch {
        throw error.inside("[\(index)]")
      }
    }
  }
}

extension PlainValue {
  /// The value as one of a type that is no pointer.
  fileprivate func scalar(_ type: SchemaType) throws(CapnProtoError) -> DynamicValue {
    switch (self, type) {
    case (.null, .void): return .void
    case (.bool(let value), .bool): return .bool(value)
    case (.int(let value), .enumeration(let schema)):
      guard let number = UInt16(exactly: value) else { throw .mismatch(label, type) }
      return .enumeration(DynamicEnum(schema: schema, rawValue: number))
    case (.uint(let value), .enumeration(let schema)):
      guard let number = UInt16(exactly: value) else { throw .mismatch(label, type) }
      return .enumeration(DynamicEnum(schema: schema, rawValue: number))
    case (.string(let name), .enumeration(let schema)):
      guard let known = schema.enumerant(named: name) else { throw .mismatch(label, type) }
      return .enumeration(DynamicEnum(schema: schema, rawValue: known.value))
    case (.int(let value), _): return .int(value)
    case (.uint(let value), _): return .uint(value)
    case (.float(let value), .float32), (.float(let value), .float64): return .float64(value)
    default: throw .mismatch(label, type)
    }
  }
}
