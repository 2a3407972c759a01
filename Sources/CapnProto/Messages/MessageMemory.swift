internal import Foundation

/// What owns the bytes of a message: an array, `Data`, memory of our own, or a mapped file.
protocol MessageMemory: AnyObject, Sendable {
  /// The bytes, which do not move or change as long as the owner is there.
  var bytes: UnsafeRawBufferPointer { get }

  /// Tells the system that what was read so far need not be kept in memory.
  func release()
}

extension MessageMemory {
  func release() {}
}

/// Zeroed memory of our own, aligned for words.
@safe final class OwnedMemory: MessageMemory, @unchecked Sendable {
  private let start: UnsafeMutableRawPointer
  private let count: Int

  /// Takes zeroed memory, or throws where there is none.
  init(zeroed count: Int) throws(CapnProtoError) {
    guard let memory = unsafe calloc(max(count, 1), 1) else { throw .outOfMemory }
    unsafe start = memory
    self.count = count
  }

  /// Copies bytes.
  convenience init(copying bytes: UnsafeRawBufferPointer) throws(CapnProtoError) {
    try self.init(zeroed: bytes.count)
    unsafe mutableBytes.copyMemory(from: bytes)
  }

  deinit { unsafe free(start) }

  var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: start, count: count) }

  var mutableBytes: UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(start: start, count: count)
  }
}

/// An array, read where it lies.
@safe final class ArrayMemory: MessageMemory, @unchecked Sendable {
  private let array: [UInt8]
  let bytes: UnsafeRawBufferPointer

  init(_ array: [UInt8]) {
    self.array = array
    // The elements of an array stay where they are as long as its buffer is held and not changed,
    // and others who change their copy get a buffer of their own.
    unsafe bytes = self.array.withUnsafeBytes { unsafe $0 }
  }
}

/// Foundation's `Data`, read where it lies.
@safe final class DataMemory: MessageMemory, @unchecked Sendable {
  private let data: Data
  let bytes: UnsafeRawBufferPointer

  /// Holds the data; nil where it has no lasting place.
  init?(_ data: Data) {
    // Foundation keeps a few bytes inside the value, fewer than these: what they give as their
    // address is that of a copy on the stack.
    guard data.count >= 64 else { return nil }
    self.data = data
    unsafe bytes = self.data.withUnsafeBytes { unsafe $0 }
  }
}

/// Memory that the caller promised to keep.
@safe final class BorrowedMemory: MessageMemory, @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let owner: (any Sendable)?

  init(_ bytes: UnsafeRawBufferPointer, owner: (any Sendable)?) {
    unsafe self.bytes = bytes
    self.owner = owner
  }
}
