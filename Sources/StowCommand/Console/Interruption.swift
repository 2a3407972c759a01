internal import Foundation
internal import Synchronization

/// Whether somebody has asked the program to end, as Ctrl-C does.
enum Interruption {
  private static let requests = Atomic<Int>(0)

  /// Whether it was asked.
  static var isAsked: Bool { requests.load(ordering: .relaxed) > 0 }

  /// Notes the first signal from now on rather than ending at once; a second one ends all the same.
  static func watch() {
    requests.store(0, ordering: .relaxed)
    // Whoever started the program may have blocked them for a thread, and so for what it starts.
    var mask = sigset_t()
    unsafe sigemptyset(&mask)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in Interruption.note(number) }
      unsafe sigaddset(&mask, number)
    }
    unsafe pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  }

  private static func note(_ number: Int32) {
    if requests.add(1, ordering: .relaxed).oldValue > 0 { _exit(128 + number) }
  }

  /// Ends at once again.
  static func ignore() {
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }

  /// Waits until something can be read from a descriptor.
  ///
  /// - Returns: whether it can; false where somebody asked to end before.
  static func waitForInput(_ descriptor: Int32) -> Bool {
    while !isAsked {
      // A read that was begun would go on after a signal, so none is begun before there is something.
      var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if unsafe Foundation.poll(&poll, 1, 200) != 0 { return true }
    }
    return false
  }
}
