/// A list of structs, read in place.
///
/// A list of scalars or pointers reads as a list of structs too, each with the one field: that is
/// how a schema can make more of its elements later.
public struct StructListReader<Struct: StructType>: ListReaderView, RandomAccessCollection {
  /// The list without a type.
  public let _raw: RawListReader

  /// Gives a type to a list.
  @inlinable @inline(__always)
  public init(_raw: borrowing RawListReader) { self._raw = copy _raw }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { _raw.count }

  /// The element at an index, which must be less than `count`.
  @inlinable @inline(__always)
  public subscript(index: Int) -> Struct.Reader {
    _raw.check(index)
    return Struct.Reader(_raw: _raw.structure(index))
  }
}
