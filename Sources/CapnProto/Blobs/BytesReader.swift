public import Foundation

extension Bytes {
  /// The bytes of a message, read in place.
  @safe public struct Reader: RandomAccessCollection {
    @usableFromInline let arena: Arena
    @usableFromInline let bytes: UnsafeRawBufferPointer

    @inlinable @inline(__always)
    init(arena: Arena, bytes: UnsafeRawBufferPointer) {
      self.arena = arena
      unsafe self.bytes = bytes
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { unsafe bytes.count }

    /// The byte at an index, which must be less than `count`.
    @inlinable public subscript(index: Int) -> UInt8 {
      defer { withExtendedLifetime(arena) {} }
      unsafe precondition(UInt(bitPattern: index) < UInt(bytes.count), "index out of range")
      return unsafe bytes[index]
    }

    /// Calls a function with the bytes in place, as a span.
    @inlinable public func withSpan<R, E: Error>(
      _ body: (RawSpan) throws(E) -> R
    ) throws(E) -> R {
      defer { withExtendedLifetime(arena) {} }
      return unsafe try body(bytes.bytes)
    }

    @inlinable public func withContiguousStorageIfAvailable<R>(
      _ body: (UnsafeBufferPointer<UInt8>) throws -> R
    ) rethrows -> R? {
      defer { withExtendedLifetime(arena) {} }
      return unsafe try body(bytes.assumingMemoryBound(to: UInt8.self))
    }

    @inlinable public func _copyToContiguousArray() -> ContiguousArray<UInt8> {
      defer { withExtendedLifetime(arena) {} }
      return unsafe ContiguousArray(bytes)
    }
  }
}

extension Bytes.Reader: ContiguousBytes {
  /// Calls a function with the bytes in place.
  @inlinable public func withUnsafeBytes<R>(
    _ body: (UnsafeRawBufferPointer) throws -> R
  ) rethrows -> R {
    defer { withExtendedLifetime(arena) {} }
    return unsafe try body(bytes)
  }
}

extension Bytes.Reader: Hashable {
  @inlinable public static func == (left: Self, right: Self) -> Bool {
    defer { withExtendedLifetime((left.arena, right.arena)) {} }
    return unsafe left.bytes.count == right.bytes.count
      && left.bytes.elementsEqual(right.bytes)
  }

  @inlinable public func hash(into hasher: inout Hasher) {
    unsafe hasher.combine(bytes: bytes)
    withExtendedLifetime(arena) {}
  }
}
