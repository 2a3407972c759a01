extension Text {
  /// A text of a message, read in place.
  ///
  /// The bytes should be UTF-8, but nothing in a message can promise that: `string` mends what is
  /// not, and `validated()` refuses it.
  @safe public struct Reader {
    @usableFromInline let arena: Arena
    @usableFromInline let bytes: UnsafeRawBufferPointer

    @inlinable @inline(__always)
    init(arena: Arena, bytes: UnsafeRawBufferPointer) {
      self.arena = arena
      unsafe self.bytes = bytes
    }

    /// The size in bytes.
    @inlinable public var utf8Count: Int { unsafe bytes.count }

    /// Whether there is nothing in it.
    @inlinable public var isEmpty: Bool { unsafe bytes.isEmpty }

    /// A copy as a string, in which what is not UTF-8 became U+FFFD.
    @inlinable public var string: String {
      defer { withExtendedLifetime(arena) {} }
      return unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// A copy as a string, or nil where the bytes are not UTF-8.
    @inlinable public func validated() -> String? {
      defer { withExtendedLifetime(arena) {} }
      return unsafe String(validating: bytes, as: UTF8.self)
    }

    /// Calls a function with the bytes in place.
    @inlinable @inline(__always)
    public func withUTF8<R, E: Error>(
      _ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R
    ) throws(E) -> R {
      defer { withExtendedLifetime(arena) {} }
      return unsafe try body(bytes.assumingMemoryBound(to: UInt8.self))
    }

    /// Calls a function with the bytes in place, as a span.
    @inlinable @inline(__always)
    public func withSpan<R, E: Error>(
      _ body: (Span<UInt8>) throws(E) -> R
    ) throws(E) -> R {
      defer { withExtendedLifetime(arena) {} }
      return unsafe try body(bytes.assumingMemoryBound(to: UInt8.self).span)
    }

    /// The bytes as a collection, read in place.
    @inlinable public var utf8: Bytes.Reader { unsafe Bytes.Reader(arena: arena, bytes: bytes) }
  }
}

extension Text.Reader: Hashable, Comparable, CustomStringConvertible {
  @inlinable public static func == (left: Self, right: Self) -> Bool { left.utf8 == right.utf8 }

  /// Whether the bytes are those of a string.
  @inlinable public static func == (left: Self, right: some StringProtocol) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// Whether the bytes are those of a string.
  @inlinable public static func == (left: some StringProtocol, right: Self) -> Bool {
    right == left
  }

  /// Whether the bytes are not those of a string.
  @inlinable public static func != (left: Self, right: some StringProtocol) -> Bool {
    !(left == right)
  }

  /// Whether the bytes are not those of a string.
  @inlinable public static func != (left: some StringProtocol, right: Self) -> Bool {
    !(right == left)
  }

  @inlinable public static func < (left: Self, right: Self) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  @inlinable public func hash(into hasher: inout Hasher) { utf8.hash(into: &hasher) }

  public var description: String { string }
}

extension String {
  /// A copy of a text, in which what is not UTF-8 became U+FFFD.
  @inlinable public init(_ text: Text.Reader) { self = text.string }
}
