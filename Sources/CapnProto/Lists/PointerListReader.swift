/// A list of texts, data, lists or any pointers, read in place.
///
/// Each element is a pointer that may be damaged, so reaching one can throw, and the list is no
/// `Collection`: go through it with `for index in list.indices`, or `try list.forEach`.
public struct PointerListReader<Element: PointerType>: ListReaderView {
  /// The list without a type.
  public let _raw: RawListReader

  /// Gives a type to a list.
  @inlinable @inline(__always)
  public init(_raw: borrowing RawListReader) { self._raw = copy _raw }

  /// The number of elements.
  @inlinable public var count: Int { _raw.count }

  /// The indices of the elements.
  @inlinable public var indices: Range<Int> { 0..<_raw.count }

  /// Whether there are no elements.
  @inlinable public var isEmpty: Bool { _raw.count == 0 }

  /// The element at an index, which must be less than `count`.
  @inlinable public subscript(index: Int) -> Element.Reader {
    get throws(CapnProtoError) {
      _raw.check(index)
      return try Element._read(_raw.pointer(index), default: nil)
    }
  }

  /// Whether the pointer at an index, which must be less than `count`, leads to something.
  @inlinable public func has(at index: Int) -> Bool {
    _raw.check(index)
    return !_raw.pointer(index).isNull
  }

  /// Calls a function with each element in order.
  @inlinable public func forEach(
    _ body: (Element.Reader) throws -> Void
  ) throws {
    for index in indices { try body(self[index]) }
  }

  /// What a function makes of each element in order.
  @inlinable public func map<T>(_ transform: (Element.Reader) throws -> T) throws -> [T] {
    var result: [T] = []
    result.reserveCapacity(count)
    for index in indices { result.append(try transform(self[index])) }
    return result
  }
}
