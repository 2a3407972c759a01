/// The Cap'n Proto type `AnyList`: a list of any elements.
public enum AnyList: PointerType {
  public typealias Reader = RawListReader
  public typealias Builder = RawListBuilder
  public typealias ListReader = PointerListReader<AnyList>
  public typealias ListBuilder = PointerListBuilder<AnyList>

  @inlinable public static var _elementSize: ElementSize { .pointer }

  @inlinable public static func _read(
    _ pointer: PointerReader, default: DefaultPointer?
  ) throws(CapnProtoError) -> Reader {
    try pointer.list(nil, default: `default`)
  }

  @inlinable public static func _edit(
    _ pointer: PointerBuilder, default: DefaultPointer?
  ) throws(CapnProtoError) -> Builder {
    try pointer.editList(nil, nil, default: `default`)
  }

  @inlinable public static func _set(
    _ pointer: PointerBuilder, _ value: Reader
  ) throws(CapnProtoError) {
    try pointer.set(value)
  }

  @inlinable public static func _edit(_ orphan: OrphanHandle) throws(CapnProtoError) -> Builder {
    try orphan.editList(nil, nil)
  }
}

extension RawListReader {
  /// The same list with elements of a type, or nil where its elements are laid out otherwise.
  public func `as`<Element: ListElement>(_ type: List<Element>.Type) -> List<Element>.Reader? {
    switch Element._elementSize {
    case .composite:
      guard elementSize != .bit, unsafe parts.sizes.nesting > 0 || count == 0 else { return nil }
    case let wish:
      guard elementSize == wish else { return nil }
    }
    return List<Element>.Reader(_raw: self)
  }
}
