/// A list of integers, floats or enumerants, read in place.
public struct ScalarListReader<Element: Scalar>: ListReaderView, RandomAccessCollection {
  /// The list without a type.
  public let _raw: RawListReader

  /// Gives a type to a list.
  @inlinable @inline(__always)
  public init(_raw: borrowing RawListReader) { self._raw = copy _raw }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { _raw.count }

  /// The element at an index, which must be less than `count`.
  @inlinable public subscript(index: Int) -> Element {
    defer { withExtendedLifetime(_raw.arena) {} }
    _raw.check(index)
    return unsafe _raw.parts.scalar(index)
  }

  /// Whether the elements lie side by side, and not spread over structs.
  ///
  /// They are spread when a newer program made each element a struct.
  @inlinable public var isContiguous: Bool {
    unsafe _raw.parts.sizes.stepBits == Element.Bits.bitWidth
  }

  /// Calls a function with the memory of the list, where Swift can use it as it lies there.
  @inlinable public func withContiguousStorageIfAvailable<R>(
    _ body: (UnsafeBufferPointer<Element>) throws -> R
  ) rethrows -> R? {
    guard Element._isBitwise, isContiguous else { return nil }
    defer { withExtendedLifetime(_raw.arena) {} }
    let start = unsafe _raw.parts.data?.assumingMemoryBound(to: Element.self)
    return unsafe try body(UnsafeBufferPointer(start: start, count: count))
  }

  // What `Array(list)` calls: one copy of memory where that is possible.
  @inlinable public func _copyToContiguousArray() -> ContiguousArray<Element> {
    // An empty array is the same one everywhere, and would be written to.
    guard count > 0 else { return [] }
    defer { withExtendedLifetime(_raw.arena) {} }
    return unsafe ContiguousArray(unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = count
      let copied: Void? = unsafe withContiguousStorageIfAvailable {
        _ = unsafe buffer.initialize(fromContentsOf: $0)
      }
      if copied == nil {
        for index in 0..<count {
          unsafe buffer.initializeElement(at: index, to: _raw.parts.scalar(index))
        }
      }
    }
  }
}

extension ScalarListReader where Element: BitwiseScalar {
  /// Calls a function with the elements as a buffer.
  ///
  /// Nothing is copied, except where a newer program made each element a struct.
  @inlinable public func withUnsafeBufferPointer<R>(
    _ body: (UnsafeBufferPointer<Element>) throws -> R
  ) rethrows -> R {
    if let result = unsafe try withContiguousStorageIfAvailable(body) { return result }
    return unsafe try Array(self).withUnsafeBufferPointer(body)
  }

  /// Calls a function with the elements as a span.
  ///
  /// Nothing is copied, except where a newer program made each element a struct.
  @inlinable public func withSpan<R>(_ body: (Span<Element>) throws -> R) rethrows -> R {
    unsafe try withUnsafeBufferPointer { unsafe try body($0.span) }
  }
}
