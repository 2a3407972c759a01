import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Memory between two pages that nobody may touch: whoever reads beyond it ends the process.
@safe final class GuardedMemory {
  private let base: UnsafeMutableRawPointer
  private let page = Int(sysconf(Int32(_SC_PAGESIZE)))
  private let pages: Int

  /// Which guard the bytes lie against.
  enum Place: CaseIterable {
    case start
    case end
  }

  /// Takes memory for up to so many bytes.
  init(capacity: Int) {
    pages = max(1, (capacity + page - 1) / page)
    let size = (pages + 2) * page
    let anonymous = MAP_PRIVATE | MAP_ANONYMOUS
    let memory = unsafe mmap(nil, size, PROT_NONE, anonymous, -1, 0)
    guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
      preconditionFailure("no memory")
    }
    unsafe base = memory
    let made = unsafe mprotect(base + page, pages * page, PROT_READ | PROT_WRITE)
    precondition(made == 0, "no memory")
  }

  deinit { unsafe munmap(base, (pages + 2) * page) }

  /// Copies bytes here, over those from before.
  ///
  /// Against the end, what is not a whole number of words leaves a gap of less than a word, so that
  /// the bytes start where words may.
  func place(_ bytes: UnsafeRawBufferPointer, against place: Place) -> UnsafeRawBufferPointer {
    let room = pages * page
    precondition(bytes.count <= room, "not enough room")
    let start =
      switch place {
      case .start: unsafe base + page
      case .end: unsafe base + page + (room - bytes.count) / 8 * 8
      }
    unsafe start.copyMemory(
      from: bytes.baseAddress ?? UnsafeRawPointer(base), byteCount: bytes.count)
    return unsafe UnsafeRawBufferPointer(start: start, count: bytes.count)
  }
}
