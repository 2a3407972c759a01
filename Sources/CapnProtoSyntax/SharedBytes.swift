/// Bytes that are read where they lie: in an array, or in memory that something keeps, such as a
/// mapped file.
///
/// A slice has the indices of the whole. It is public for the sake of the optimizer, which makes
/// nothing its own of what is less.
@frozen @safe public struct SharedBytes: RandomAccessCollection, @unchecked Sendable {
  public typealias Indices = Range<Int>

  @usableFromInline let owner: AnyObject?
  /// Where the byte of index zero is.
  @usableFromInline let base: UnsafePointer<UInt8>?
  public let startIndex: Int
  public let endIndex: Int

  @inlinable @inline(__always)
  init(owner: AnyObject?, base: UnsafePointer<UInt8>?, _ startIndex: Int, _ endIndex: Int) {
    self.owner = owner
    unsafe self.base = base
    self.startIndex = startIndex
    self.endIndex = endIndex
  }

  /// Takes bytes that do not move or change as long as their owner is there.
  @inlinable public init(_ bytes: UnsafeRawBufferPointer, owner: AnyObject) {
    unsafe self.init(
      owner: owner, base: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), 0, bytes.count)
  }

  /// The bytes of an array.
  public init(_ array: [UInt8]) {
    let box = ArrayBox(array)
    unsafe self.init(box.bytes, owner: box)
  }

  @inlinable @inline(__always)
  public subscript(index: Int) -> UInt8 {
    defer { withExtendedLifetime(owner) {} }
    precondition(index >= startIndex && index < endIndex, "no such byte")
    return unsafe base.unsafelyUnwrapped[index]
  }

  @inlinable @inline(__always)
  public subscript(range: Range<Int>) -> SharedBytes {
    precondition(
      range.lowerBound >= startIndex && range.upperBound <= endIndex, "no such bytes")
    return unsafe SharedBytes(
      owner: owner, base: base, range.lowerBound, range.upperBound)
  }

  @inlinable @inline(__always) public func index(after index: Int) -> Int { index + 1 }
  @inlinable @inline(__always) public func index(before index: Int) -> Int { index - 1 }
  @inlinable @inline(__always) public func formIndex(after index: inout Int) { index += 1 }
  @inlinable @inline(__always) public var count: Int { endIndex - startIndex }
  @inlinable @inline(__always) public var indices: Range<Int> { startIndex..<endIndex }

  @inlinable @inline(__always)
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Goes over the bytes.
  @frozen public struct Iterator: IteratorProtocol {
    @usableFromInline let bytes: SharedBytes
    @usableFromInline var index: Int

    @inlinable @inline(__always)
    init(_ bytes: SharedBytes) {
      self.bytes = bytes
      index = bytes.startIndex
    }

    @inlinable @inline(__always)
    public mutating func next() -> UInt8? {
      guard index < bytes.endIndex else { return nil }
      defer { index += 1 }
      return bytes[index]
    }
  }

  /// Calls a function with the bytes in place.
  @inlinable public func withUnsafeBytes<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    defer { withExtendedLifetime(owner) {} }
    return unsafe try body(UnsafeRawBufferPointer(buffer))
  }

  @inlinable public func withContiguousStorageIfAvailable<R>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> R
  ) rethrows -> R? {
    defer { withExtendedLifetime(owner) {} }
    return unsafe try body(buffer)
  }

  /// A copy.
  @inlinable public var array: [UInt8] {
    defer { withExtendedLifetime(owner) {} }
    return unsafe Array(buffer)
  }

  @inlinable var buffer: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: base.map { unsafe $0 + startIndex }, count: count)
  }
}

extension SharedBytes: Equatable {
  @inlinable public static func == (left: SharedBytes, right: SharedBytes) -> Bool {
    guard left.count == right.count else { return false }
    defer { withExtendedLifetime((left.owner, right.owner)) {} }
    let (ones, twos) = unsafe (left.buffer, right.buffer)
    for index in ones.indices where unsafe ones[index] != twos[index] { return false }
    return true
  }
}

/// The elements of an array stay where they are as long as its buffer is held and not changed, and
/// others who change their copy get a buffer of their own.
@safe private final class ArrayBox {
  private let array: [UInt8]
  let bytes: UnsafeRawBufferPointer

  init(_ array: [UInt8]) {
    self.array = array
    unsafe bytes = self.array.withUnsafeBytes { unsafe $0 }
  }
}
