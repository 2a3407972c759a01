/// A list of bits, read in place.
public struct BoolListReader: ListReaderView, RandomAccessCollection {
  /// The list without a type.
  public let _raw: RawListReader

  /// Gives a type to a list.
  @inlinable @inline(__always)
  public init(_raw: borrowing RawListReader) { self._raw = copy _raw }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { _raw.count }

  /// The bit at an index, which must be less than `count`.
  @inlinable public subscript(index: Int) -> Bool {
    defer { withExtendedLifetime(_raw.arena) {} }
    _raw.check(index)
    return unsafe _raw.parts.bool(index)
  }
}

extension Bool: ListElement {
  public typealias ListReader = BoolListReader
  public typealias ListBuilder = BoolListBuilder
  @inlinable public static var _elementSize: ElementSize { .bit }
}
