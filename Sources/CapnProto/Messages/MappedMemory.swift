internal import Foundation

/// A file, mapped into memory.
@safe final class MappedMemory: MessageMemory, @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  /// Maps a whole open file, which may be closed afterwards.
  init(descriptor: Int32, count: Int) throws(CapnProtoError) {
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
}
