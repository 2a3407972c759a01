extension DynamicList {
  /// A list that is being built.
  public struct Builder {
    /// The type of the elements.
    public let elementType: SchemaType

    /// The list without a type.
    public let _raw: RawListBuilder

    init(elementType: SchemaType, _raw: RawListBuilder) {
      self.elementType = elementType
      self._raw = _raw
    }

    /// The number of elements.
    public var count: Int { _raw.count }

    /// The same list for reading, as it stands now.
    public var asReader: Reader { Reader(elementType: elementType, _raw: _raw.asReader) }
  }
}

extension DynamicList.Builder {
  /// The element at an index, for changing what it leads to.
  public func get(_ index: Int) throws(CapnProtoError) -> DynamicValue.Builder {
    if case .structure = elementType { return .structure(try structure(index)) }
    guard elementType.isPointer else { return .scalar(try asReader.get(index)) }
    return try pointer(index).get(elementType)
  }

  /// Sets the element at an index to a value, which is copied as deep as it goes.
  ///
  /// - Throws: `CapnProtoError` when the value is not of the elements' type, or not in its range.
  public func set(_ index: Int, _ value: DynamicValue) throws(CapnProtoError) {
    if case .structure(let schema) = elementType {
      guard case .structure(let source) = value, source.schema.id == schema.id else {
        throw .mismatch("the value", elementType)
      }
      return try structure(index)._raw.copyContent(of: source._raw)
    }
    guard !elementType.isPointer else { return try pointer(index).set(value, elementType) }
    try check(index)
    _raw.setBits(try value.bits(as: elementType), elementType.elementSize, at: index)
  }

  /// Sets an element of a list of texts.
  public func setText(_ index: Int, _ text: some TextSource) throws(CapnProtoError) {
    guard elementType == .text else { throw .mismatch("a text", elementType) }
    try pointer(index).setText(text)
  }

  /// Sets an element of a list of bytes.
  public func setData(_ index: Int, _ bytes: some BytesSource) throws(CapnProtoError) {
    guard elementType == .data else { throw .mismatch("data", elementType) }
    try pointer(index).setBytes(bytes)
  }

  /// The struct at an index.
  public func structure(_ index: Int) throws(CapnProtoError) -> DynamicStruct.Builder {
    guard case .structure(let schema) = elementType else {
      throw .mismatch("a struct", elementType)
    }
    try check(index)
    return DynamicStruct.Builder(schema: schema, _raw: _raw.structure(index))
  }

  /// Makes a new list at an index of a list of lists.
  @discardableResult
  public func initList(_ index: Int, count: Int) throws(CapnProtoError) -> DynamicList.Builder {
    guard case .list(let element) = elementType else { throw .mismatch("a list", elementType) }
    return try pointer(index).initList(element, count: count)
  }

  /// The pointer at an index.
  public func pointer(_ index: Int) throws(CapnProtoError) -> PointerBuilder {
    guard elementType.elementSize == .pointer else {
      throw CapnProtoError(.invalidArgument, "the elements of type \(elementType) are no pointers")
    }
    try check(index)
    return _raw.pointer(index)
  }

  private func check(_ index: Int) throws(CapnProtoError) {
    guard 0..<count ~= index else { throw .noSuchElement(index, count) }
  }
}

extension RawListBuilder {
  func setBits(_ bits: UInt64, _ size: ElementSize, at index: Int) {
    switch size {
    case .void, .pointer, .composite: break
    case .bit: BoolListBuilder(_raw: self)[index] = bits & 1 != 0
    case .byte: ScalarListBuilder<UInt8>(_raw: self)[index] = UInt8(truncatingIfNeeded: bits)
    case .twoBytes: ScalarListBuilder<UInt16>(_raw: self)[index] = UInt16(truncatingIfNeeded: bits)
    case .fourBytes: ScalarListBuilder<UInt32>(_raw: self)[index] = UInt32(truncatingIfNeeded: bits)
    case .eightBytes: ScalarListBuilder<UInt64>(_raw: self)[index] = bits
    }
  }
}
