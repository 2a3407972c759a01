internal import CCapnProto
internal import Foundation

/// A file without a name that is as good as memory, and that the system need not keep there.
@safe final class SpoolFile: MessageMemory, @unchecked Sendable {
  private(set) var memory: UnsafeMutableRawBufferPointer
  /// Only of a file that grows.
  private let descriptor: Int32?

  var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(memory) }

  /// Takes a file of zeros, or throws where there is no room for it.
  init(count: Int, grows: Bool = false) throws(CapnProtoError) {
    let descriptor = try Self.unnamed()
    do throws(CapnProtoError) {
      unsafe memory = try Self.map(descriptor, growingFrom: 0, to: count)
    } catch {
      Self.close(descriptor)
      throw error
    }
    self.descriptor = grows ? descriptor : nil
    if !grows { Self.close(descriptor) }
  }

  deinit {
    unsafe munmap(memory.baseAddress, memory.count)
    if let descriptor { Self.close(descriptor) }
  }

  /// Makes a file that grows longer, which moves it in memory.
  func grow(to count: Int) throws(CapnProtoError) {
    guard let descriptor, unsafe count > memory.count else { return }
    let longer = unsafe try Self.map(descriptor, growingFrom: memory.count, to: count)
    unsafe munmap(memory.baseAddress, memory.count)
    unsafe memory = longer
  }

  func release() { unsafe madvise(memory.baseAddress, memory.count, MADV_DONTNEED) }
}

extension SpoolFile {
  private static func map(
    _ descriptor: Int32, growingFrom old: Int, to count: Int
  ) throws(CapnProtoError) -> UnsafeMutableRawBufferPointer {
    // A page that finds no room when it is written would end the program, so it is taken now.
    #if canImport(Darwin)
      var place = fstore_t(
        fst_flags: UInt32(F_ALLOCATEALL), fst_posmode: F_PEOFPOSMODE, fst_offset: 0,
        fst_length: off_t(count - old), fst_bytesalloc: 0)
      let code = unsafe fcntl(descriptor, F_PREALLOCATE, &place) == -1 ? errno : 0
    #else
      let code = posix_fallocate(descriptor, off_t(old), off_t(count - old))
    #endif
    guard code == 0, ftruncate(descriptor, off_t(count)) == 0 else {
      if code != 0 { errno = code }
      throw .system("find room for \(count) bytes in \(folder)")
    }
    let address = unsafe mmap(nil, count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw .system("map a temporary file into memory")
    }
    return unsafe UnsafeMutableRawBufferPointer(start: address, count: count)
  }

  /// Where files without a name are made.
  static var folder: String { FileManager.default.temporaryDirectory.path }

  /// Opens a new file that has no name.
  static func unnamed() throws(CapnProtoError) -> Int32 {
    var name = Array("\(folder)/stow.XXXXXX".utf8CString)
    let descriptor = unsafe name.withUnsafeMutableBufferPointer { unsafe mkstemp($0.baseAddress!) }
    guard descriptor >= 0 else { throw .system("make a temporary file in \(folder)") }
    _ = unsafe name.withUnsafeBufferPointer { unsafe unlink($0.baseAddress!) }
    return descriptor
  }

  static func close(_ descriptor: Int32) { _ = Foundation.close(descriptor) }

  /// All of an open file, mapped, which may be closed afterwards.
  static func mapped(_ descriptor: Int32) throws(CapnProtoError) -> MappedMemory {
    try MappedMemory(descriptor: descriptor, count: max(0, Int(lseek(descriptor, 0, SEEK_END))))
  }

  /// Fills it with what bytes unpack to, and tells how many of them that took.
  func unpack(
    _ packed: UnsafeRawBufferPointer, _ progress: (Int) -> Void
  ) throws(CapnProtoError) -> Int {
    let step = 8 << 20
    var (read, written) = (0, 0)
    while true {
      let piece = unsafe UnsafeRawBufferPointer(rebasing: packed[read...].prefix(step))
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[written...])
      let done = unsafe Unpacking.run(piece, into: room, isZeroed: true)
      (read, written) = (read + done.read, written + done.written * 8)
      progress(done.read)
      release()
      switch done.status {
      case Int32(CCAPNP_PACKING_DONE): return read
      case Int32(CCAPNP_PACKING_NEEDS_INPUT) where done.read > 0 && read < packed.count: continue
      case Int32(CCAPNP_PACKING_NEEDS_INPUT):
        throw Unpacking.cutOff(written, of: unsafe memory.count, packed.count)
      default: throw Unpacking.runPastEnd
      }
    }
  }
}
