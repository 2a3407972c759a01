extension Text {
  /// A text in a message that is being built: its size is fixed, its bytes can be changed.
  @safe public struct Builder {
    @usableFromInline let arena: Arena
    @usableFromInline let bytes: UnsafeMutableRawBufferPointer

    @inlinable @inline(__always)
    init(arena: Arena, bytes: UnsafeMutableRawBufferPointer) {
      self.arena = arena
      unsafe self.bytes = bytes
    }

    /// The size in bytes.
    @inlinable public var utf8Count: Int { unsafe bytes.count }

    /// The same text for reading, as it stands now.
    @inlinable public var asReader: Reader {
      unsafe Reader(arena: arena, bytes: UnsafeRawBufferPointer(bytes))
    }

    /// A copy as a string, in which what is not UTF-8 became U+FFFD.
    @inlinable public var string: String { asReader.string }

    /// Calls a function that may change the bytes in place.
    @inlinable public func withMutableUTF8<R, E: Error>(
      _ body: (UnsafeMutableBufferPointer<UInt8>) throws(E) -> R
    ) throws(E) -> R {
      defer { withExtendedLifetime(arena) {} }
      return unsafe try body(bytes.assumingMemoryBound(to: UInt8.self))
    }
  }
}

extension Text.Builder: CustomStringConvertible {
  public var description: String { string }
}
