/// The element of a `List(Void)`, which is all count and no content.
@frozen public struct VoidValue: ListElement, Hashable, Sendable, CustomStringConvertible {
  public typealias ListReader = VoidListReader
  public typealias ListBuilder = VoidListBuilder

  /// The one value.
  @inlinable public init() {}

  @inlinable public static var _elementSize: ElementSize { .void }
  public var description: String { "void" }
}

/// A list of `Void`.
///
/// Its count is what a message claims and takes no memory to claim: a program that does something
/// for each element should look at the count first.
public struct VoidListReader: ListReaderView, RandomAccessCollection {
  /// The list without a type.
  public let _raw: RawListReader

  /// Gives a type to a list.
  @inlinable @inline(__always)
  public init(_raw: borrowing RawListReader) { self._raw = copy _raw }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { _raw.count }

  /// The element at an index, which must be less than `count`.
  @inlinable public subscript(index: Int) -> VoidValue {
    _raw.check(index)
    return VoidValue()
  }
}

/// A list of `Void` being built: it has a count and nothing to set.
public struct VoidListBuilder: ListBuilderView {
  /// The list without a type.
  public let _raw: RawListBuilder

  /// Gives a type to a list.
  @inlinable @inline(__always)
  public init(_raw: borrowing RawListBuilder) { self._raw = copy _raw }
}
