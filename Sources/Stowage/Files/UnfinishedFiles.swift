import Foundation
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The files that are being written and not in their places yet, for programs that are asked to end.
///
/// What is here is safe in a handler of signals: nothing takes memory or a lock there.
package enum UnfinishedFiles {
  // The addresses of their names, zero where there is none; few are written at once.
  private static let first = Atomic<UInt>(0)
  private static let second = Atomic<UInt>(0)
  private static let third = Atomic<UInt>(0)

  /// Notes a file; one too many is not noted.
  package static func note(_ name: String) {
    guard let copy = unsafe strdup(name) else { return }
    let address = UInt(bitPattern: copy)
    if first.compareExchange(expected: 0, desired: address, ordering: .acquiringAndReleasing)
      .exchanged
    {
      return
    }
    if second.compareExchange(expected: 0, desired: address, ordering: .acquiringAndReleasing)
      .exchanged
    {
      return
    }
    if third.compareExchange(expected: 0, desired: address, ordering: .acquiringAndReleasing)
      .exchanged
    {
      return
    }
    unsafe free(copy)
  }

  /// Forgets a file that is in its place, or gone.
  package static func forget(_ name: String) {
    if forget(name, first.load(ordering: .acquiring)) {
      return first.store(0, ordering: .releasing)
    }
    if forget(name, second.load(ordering: .acquiring)) {
      return second.store(0, ordering: .releasing)
    }
    if forget(name, third.load(ordering: .acquiring)) { third.store(0, ordering: .releasing) }
  }

  // The name is not given back: a handler on another thread might be looking at it.
  private static func forget(_ name: String, _ address: UInt) -> Bool {
    guard let noted = unsafe UnsafePointer<CChar>(bitPattern: address) else { return false }
    return unsafe strcmp(noted, name) == 0
  }

  /// Removes all of them, as the program is going to end.
  package static func removeAll() {
    remove(first.exchange(0, ordering: .acquiringAndReleasing))
    remove(second.exchange(0, ordering: .acquiringAndReleasing))
    remove(third.exchange(0, ordering: .acquiringAndReleasing))
  }

  private static func remove(_ address: UInt) {
    guard let name = unsafe UnsafePointer<CChar>(bitPattern: address) else { return }
    unsafe unlink(name)
  }
}
