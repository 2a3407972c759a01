/// A list of integers, floats or enumerants that is being built.
public struct ScalarListBuilder<Element: Scalar>: ListBuilderView {
  /// The list without a type.
  public let _raw: RawListBuilder

  /// Gives a type to a list.
  @inlinable @inline(__always)
  public init(_raw: borrowing RawListBuilder) { self._raw = copy _raw }

  /// The element at an index, which must be less than `count`.
  @inlinable public subscript(index: Int) -> Element {
    @inline(__always) get {
      defer { withExtendedLifetime(_raw.arena) {} }
      _raw.check(index)
      return unsafe _raw.parts.reading.scalar(index)
    }
    @inline(__always) nonmutating set {
      _raw.check(index)
      unsafe _raw.parts.setScalar(newValue, index)
      withExtendedLifetime(_raw.arena) {}
    }
  }

  /// The same list for reading, as it stands now.
  @inlinable public var asReader: ScalarListReader<Element> {
    ScalarListReader(_raw: _raw.asReader)
  }

  /// Copies a collection over the first elements, in one piece where that is possible.
  ///
  /// The list must be at least as long as the collection.
  @inlinable public func copy(from values: some Collection<Element>) {
    let copied: Void? = values.withContiguousStorageIfAvailable { buffer in
      precondition(buffer.count <= count, "more values than the list has elements")
      guard Element._isBitwise, unsafe _raw.parts.sizes.stepBits == Element.Bits.bitWidth else {
        for index in 0..<buffer.count { unsafe _raw.parts.setScalar(buffer[index], index) }
        return
      }
      guard buffer.count > 0 else { return }
      unsafe _raw.parts.data.unsafelyUnwrapped.copyMemory(
        from: UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped),
        byteCount: buffer.count &* MemoryLayout<Element>.size)
    }
    if copied == nil {
      var index = 0
      for value in values {
        self[index] = value
        index += 1
      }
    }
    withExtendedLifetime(_raw.arena) {}
  }
}

extension ScalarListBuilder where Element: BitwiseScalar {
  /// Calls a function that may change the elements in place.
  ///
  /// Returns nil without a call where the elements do not lie side by side, which only happens to
  /// a list that was first built as a list of structs.
  @inlinable public func withUnsafeMutableBufferPointer<R>(
    _ body: (UnsafeMutableBufferPointer<Element>) throws -> R
  ) rethrows -> R? {
    guard unsafe _raw.parts.sizes.stepBits == Element.Bits.bitWidth || count == 0 else {
      return nil
    }
    defer { withExtendedLifetime(_raw.arena) {} }
    let start = unsafe _raw.parts.data?.assumingMemoryBound(to: Element.self)
    return unsafe try body(UnsafeMutableBufferPointer(start: start, count: count))
  }
}
