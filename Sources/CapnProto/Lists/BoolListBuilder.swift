/// A list of bits that is being built.
public struct BoolListBuilder: ListBuilderView {
  /// The list without a type.
  public let _raw: RawListBuilder

  /// Gives a type to a list.
  @inlinable @inline(__always)
  public init(_raw: borrowing RawListBuilder) { self._raw = copy _raw }

  /// The bit at an index, which must be less than `count`.
  @inlinable public subscript(index: Int) -> Bool {
    get {
      defer { withExtendedLifetime(_raw.arena) {} }
      _raw.check(index)
      return unsafe _raw.parts.reading.bool(index)
    }
    nonmutating set {
      _raw.check(index)
      unsafe _raw.parts.setBool(newValue, index)
      withExtendedLifetime(_raw.arena) {}
    }
  }

  /// The same list for reading, as it stands now.
  @inlinable public var asReader: BoolListReader { BoolListReader(_raw: _raw.asReader) }

  /// Copies a collection over the first elements; the list must be at least as long.
  @inlinable public func copy(from values: some Collection<Bool>) {
    var index = 0
    for value in values {
      self[index] = value
      index += 1
    }
  }
}
