extension Bytes {
  /// Bytes in a message that is being built: their number is fixed, they can be changed.
  @safe public struct Builder {
    @usableFromInline let arena: Arena
    @usableFromInline let bytes: UnsafeMutableRawBufferPointer

    @inlinable @inline(__always)
    init(arena: Arena, bytes: UnsafeMutableRawBufferPointer) {
      self.arena = arena
      unsafe self.bytes = bytes
    }

    /// The number of bytes.
    @inlinable public var count: Int { unsafe bytes.count }

    /// The byte at an index, which must be less than `count`.
    @inlinable public subscript(index: Int) -> UInt8 {
      get {
        defer { withExtendedLifetime(arena) {} }
        unsafe precondition(UInt(bitPattern: index) < UInt(bytes.count), "index out of range")
        return unsafe bytes[index]
      }
      nonmutating set {
        defer { withExtendedLifetime(arena) {} }
        unsafe precondition(UInt(bitPattern: index) < UInt(bytes.count), "index out of range")
        unsafe bytes.baseAddress.unsafelyUnwrapped.storeBytes(
          of: newValue, toByteOffset: index, as: UInt8.self)
      }
    }

    /// The same bytes for reading, as they stand now.
    @inlinable public var asReader: Reader {
      unsafe Reader(arena: arena, bytes: UnsafeRawBufferPointer(bytes))
    }

    /// Calls a function that may change the bytes in place.
    @inlinable public func withUnsafeMutableBytes<R, E: Error>(
      _ body: (UnsafeMutableRawBufferPointer) throws(E) -> R
    ) throws(E) -> R {
      defer { withExtendedLifetime(arena) {} }
      return unsafe try body(bytes)
    }
  }
}
