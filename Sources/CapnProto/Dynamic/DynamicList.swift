/// Lists whose elements have a type that is known only while the program runs.
public enum DynamicList {
  /// A list of a message, read in place.
  public struct Reader {
    /// The type of the elements.
    public let elementType: SchemaType

    /// The list without a type.
    public let _raw: RawListReader
  }
}

extension DynamicList.Reader {
  /// The number of elements.
  ///
  /// It is what the message claims: elements of no size take no memory to claim.
  public var count: Int { _raw.count }

  /// Whether the pointer at an index leads nowhere; false for elements that are no pointers.
  public func isNull(at index: Int) -> Bool {
    elementType.elementSize == .pointer && 0..<count ~= index && _raw.pointer(index).isNull
  }

  /// The element at an index.
  ///
  /// - Throws: `CapnProtoError` when the message is damaged, or the index is not in the list.
  public func get(_ index: Int) throws(CapnProtoError) -> DynamicValue {
    guard 0..<count ~= index else { throw .noSuchElement(index, count) }
    switch elementType {
    case .structure(let schema):
      return .structure(DynamicStruct.Reader(schema: schema, _raw: _raw.structure(index)))
    case .anyStruct:
      throw CapnProtoError(.unsupported, "a list of AnyStruct has no elements of a known type")
    default:
      let bits = _raw.bits(elementType.elementSize, at: index)
      if let bits, let scalar = DynamicValue(bits: bits, elementType) { return scalar }
      return try _raw.pointer(index).get(elementType)
    }
  }
}

extension RawListReader {
  /// The bits of a scalar, or nil where the size is that of a pointer.
  func bits(_ size: ElementSize, at index: Int) -> UInt64? {
    switch size {
    case .void: 0
    case .bit: BoolListReader(_raw: self)[index] ? 1 : 0
    case .byte: UInt64(ScalarListReader<UInt8>(_raw: self)[index])
    case .twoBytes: UInt64(ScalarListReader<UInt16>(_raw: self)[index])
    case .fourBytes: UInt64(ScalarListReader<UInt32>(_raw: self)[index])
    case .eightBytes: ScalarListReader<UInt64>(_raw: self)[index]
    case .pointer, .composite: nil
    }
  }
}

extension CapnProtoError {
  static func noSuchElement(_ index: Int, _ count: Int) -> CapnProtoError {
    CapnProtoError(.invalidArgument, "there is no element \(index) in a list of \(count)")
  }
}

extension DynamicList.Reader {
  /// Whether the elements take no memory in the message, so that their number says nothing of its
  /// size.
  public var hasEmptyElements: Bool { unsafe _raw.parts.sizes.stepBits == 0 }
}
