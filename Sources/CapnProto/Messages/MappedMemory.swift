package import Foundation

/// A file, mapped into memory.
@safe package final class MappedMemory: MessageMemory, @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  /// Maps a whole open file, which may be closed afterwards.
  ///
  /// - Throws: `CapnProtoError` where the system does not map it.
  package init(descriptor: Int32, count: Int) throws(CapnProtoError) {
    guard count > 0 else {
      unsafe bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw .system("map the file into memory")
    }
    unsafe bytes = UnsafeRawBufferPointer(start: address, count: count)
  }

  deinit {
    guard let address = unsafe bytes.baseAddress else { return }
    unsafe munmap(UnsafeMutableRawPointer(mutating: address), bytes.count)
  }

  /// The bytes where they lie.
  package var data: Data {
    guard let start = unsafe bytes.baseAddress else { return Data() }
    return unsafe Data(
      bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: bytes.count,
      deallocator: .custom { _, _ in withExtendedLifetime(self) {} })
  }

  /// Tells the system that what was read so far need not be kept in memory.
  package func release() {
    guard let start = unsafe bytes.baseAddress else { return }
    unsafe madvise(UnsafeMutableRawPointer(mutating: start), bytes.count, MADV_DONTNEED)
  }
}
