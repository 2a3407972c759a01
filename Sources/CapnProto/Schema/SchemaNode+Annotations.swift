extension SchemaNode {
  /// The value of an annotation on the declaration, or on one of its members, as it was encoded.
  ///
  /// - Parameters:
  ///   - id: The number of the annotation's declaration.
  ///   - member: A field, enumerant or method by its name in the schema; nil for the declaration
  ///     itself.
  /// - Returns: nil where there is no such annotation or no such member.
  /// - Throws: Never for the schemas of generated code.
  public func annotationValue(
    _ id: UInt64, ofMember member: String? = nil
  ) throws(CapnProtoError) -> Schema.Value.Reader? {
    guard let annotations = try annotations(ofMember: member) else { return nil }
    for annotation in annotations where annotation.id == id {
      return try annotation.value
    }
    return nil
  }

  /// The annotations on the declaration or on one of its members, nil where there is no such member.
  public func annotations(
    ofMember member: String? = nil
  ) throws(CapnProtoError) -> List<Schema.Annotation>.Reader? {
    guard let member else { return try reader.annotations }
    switch reader.which {
    case .struct(let node):
      for item in try node.fields where try item.name == member { return try item.annotations }
    case .enum(let node):
      for item in try node.enumerants where try item.name == member { return try item.annotations }
    case .interface(let node):
      for item in try node.methods where try item.name == member { return try item.annotations }
    case .file, .const, .annotation, .unrecognized:
      break
    }
    return nil
  }
}

// One of these for each kind of type that an annotation can have.
extension SchemaNode {
  /// Whether an annotation without a value is there.
  public func annotation(
    _ key: AnnotationKey<VoidValue>, ofMember member: String? = nil
  ) throws(CapnProtoError) -> VoidValue? {
    try annotationValue(key.id, ofMember: member) == nil ? nil : VoidValue()
  }

  /// The value of an annotation, nil where it is not there.
  public func annotation(
    _ key: AnnotationKey<Bool>, ofMember member: String? = nil
  ) throws(CapnProtoError) -> Bool? {
    try annotationValue(key.id, ofMember: member)?.bool
  }

  /// The value of an annotation, nil where it is not there.
  public func annotation<T: Scalar>(
    _ key: AnnotationKey<T>, ofMember member: String? = nil
  ) throws(CapnProtoError) -> T? {
    guard let value = try annotationValue(key.id, ofMember: member) else { return nil }
    // The tag of the union says how wide the number is.
    return T(_bits: T.Bits(truncatingIfNeeded: try value.bits))
  }

  /// The value of an annotation, nil where it is not there.
  public func annotation(
    _ key: AnnotationKey<Text>, ofMember member: String? = nil
  ) throws(CapnProtoError) -> Text.Reader? {
    try annotationValue(key.id, ofMember: member)?.text
  }

  /// The value of an annotation, nil where it is not there.
  public func annotation(
    _ key: AnnotationKey<Bytes>, ofMember member: String? = nil
  ) throws(CapnProtoError) -> Bytes.Reader? {
    try annotationValue(key.id, ofMember: member)?.data
  }

  /// The value of an annotation, nil where it is not there.
  public func annotation<T: StructType>(
    _ key: AnnotationKey<T>, ofMember member: String? = nil
  ) throws(CapnProtoError) -> T.Reader? {
    try annotationValue(key.id, ofMember: member)?.struct.get(T.self)
  }

  /// The value of an annotation, nil where it is not there.
  public func annotation<T: ListElement>(
    _ key: AnnotationKey<List<T>>, ofMember member: String? = nil
  ) throws(CapnProtoError) -> List<T>.Reader? {
    try annotationValue(key.id, ofMember: member)?.list.get(List<T>.self)
  }

  /// The value of an annotation, nil where it is not there.
  public func annotation(
    _ key: AnnotationKey<AnyPointer>, ofMember member: String? = nil
  ) throws(CapnProtoError) -> AnyPointer.Reader? {
    try annotationValue(key.id, ofMember: member)?.anyPointer
  }
}

extension Schema.Value.Reader {
  /// The bits of the number or enumerant that is set, zero for anything else.
  fileprivate var bits: UInt64 {
    get throws(CapnProtoError) {
      switch try which {
      case .int8(let value): UInt64(truncatingIfNeeded: value)
      case .int16(let value): UInt64(truncatingIfNeeded: value)
      case .int32(let value): UInt64(truncatingIfNeeded: value)
      case .int64(let value): UInt64(truncatingIfNeeded: value)
      case .uint8(let value): UInt64(value)
      case .uint16(let value), .enum(let value): UInt64(value)
      case .uint32(let value): UInt64(value)
      case .uint64(let value): value
      case .float32(let value): UInt64(value.bitPattern)
      case .float64(let value): value.bitPattern
      default: 0
      }
    }
  }
}
