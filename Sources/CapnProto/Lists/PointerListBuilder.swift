/// A list of texts, data, lists or any pointers that is being built.
public struct PointerListBuilder<Element: PointerType>: ListBuilderView {
  /// The list without a type.
  public let _raw: RawListBuilder

  /// Gives a type to a list.
  @inlinable @inline(__always)
  public init(_raw: borrowing RawListBuilder) { self._raw = copy _raw }

  /// What the pointer at an index leads to, for changing; null becomes what is empty.
  @inlinable public subscript(index: Int) -> Element.Builder {
    get throws(CapnProtoError) { try Element._edit(pointer(at: index), default: nil) }
  }

  /// The pointer at an index, which must be less than `count`.
  @inlinable public func pointer(at index: Int) -> PointerBuilder {
    _raw.check(index)
    return _raw.pointer(index)
  }

  /// The same list for reading, as it stands now.
  @inlinable public var asReader: PointerListReader<Element> {
    PointerListReader(_raw: _raw.asReader)
  }

  /// Whether the pointer at an index leads to something.
  @inlinable public func has(at index: Int) -> Bool { !pointer(at: index).isNull }

  /// Copies a value to an index, as deep as it goes.
  @inlinable public func set(_ index: Int, to value: Element.Reader) throws(CapnProtoError) {
    try Element._set(pointer(at: index), value)
  }

  /// Makes the pointer at an index null.
  @inlinable public func clear(at index: Int) throws(CapnProtoError) {
    try pointer(at: index).clear()
  }

  /// Makes the pointer at an index null, and gives what it led to.
  @inlinable public func disown(at index: Int) throws(CapnProtoError) -> Orphan<Element> {
    try pointer(at: index).disown(Element.self)
  }

  /// Makes the pointer at an index lead to an orphan of the same message.
  @inlinable public func adopt(
    at index: Int, _ orphan: consuming Orphan<Element>
  ) throws(CapnProtoError) {
    try pointer(at: index).adopt(orphan)
  }
}

extension PointerListBuilder where Element: CountedPointerType {
  /// Makes a new list, text or data at an index, of so many elements.
  @inlinable @discardableResult
  public func initialize(_ index: Int, count: Int) throws(CapnProtoError) -> Element.Builder {
    try Element._initialize(pointer(at: index), count: count)
  }
}

extension PointerListBuilder where Element == Text {
  /// Copies a text to an index.
  @inlinable public func set(_ index: Int, to value: some TextSource) throws(CapnProtoError) {
    try pointer(at: index).setText(value)
  }
}

extension PointerListBuilder where Element == Bytes {
  /// Copies bytes to an index.
  @inlinable public func set(_ index: Int, to value: some BytesSource) throws(CapnProtoError) {
    try pointer(at: index).setBytes(value)
  }
}
