/// A list of structs that is being built.
public struct StructListBuilder<Struct: StructType>: ListBuilderView, RandomAccessCollection {
  /// The list without a type.
  public let _raw: RawListBuilder

  /// Gives a type to a list.
  @inlinable @inline(__always)
  public init(_raw: borrowing RawListBuilder) { self._raw = copy _raw }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { _raw.count }
  @inlinable public var indices: Range<Int> { 0..<_raw.count }
  @inlinable public var count: Int { _raw.count }

  /// The element at an index, which must be less than `count`.
  @inlinable @inline(__always)
  public subscript(index: Int) -> Struct.Builder {
    _raw.check(index)
    return Struct.Builder(_raw: _raw.structure(index))
  }

  /// The same list for reading, as it stands now.
  @inlinable public var asReader: StructListReader<Struct> {
    StructListReader(_raw: _raw.asReader)
  }

  /// Copies a struct to an index, as deep as it goes.
  @inlinable public func set(_ index: Int, to value: Struct.Reader) throws(CapnProtoError) {
    _raw.check(index)
    try _raw.structure(index).copyContent(of: value._raw)
  }
}
