internal import Foundation
internal import Stowage
internal import Synchronization

/// Whether somebody has asked the program to end, as Ctrl-C does.
enum Interruption {
  private static let requests = Atomic<Int>(0)

  /// Whether it was asked.
  static var isAsked: Bool { requests.load(ordering: .relaxed) > 0 }

  /// Notes the first signal from now on rather than ending at once; a second one ends all the same.
  static func watch() {
    requests.store(0, ordering: .relaxed)
    handle { number in Interruption.note(number) }
  }

  private static func handle(_ handler: @convention(c) (Int32) -> Void) {
    // Whoever started the program may have blocked them for a thread, and so for what it starts.
    var mask = sigset_t()
    unsafe sigemptyset(&mask)
    for number in [SIGINT, SIGTERM] where !isIgnored(number) {
      signal(number, handler)
      unsafe sigaddset(&mask, number)
    }
    unsafe pthread_sigmask(SIG_UNBLOCK, &mask, nil)
  }

  private static func note(_ number: Int32) {
    if requests.add(1, ordering: .relaxed).oldValue > 0 { end(number) }
  }

  // The terminal with a line of progress on it, or a negative number.
  private static let terminal = Atomic<Int>(-1)

  /// Notes on which terminal a line of progress is, which is removed before the program ends.
  static func note(line descriptor: Int32?) {
    terminal.store(Int(descriptor ?? -1), ordering: .relaxed)
  }

  /// Ends the program, and leaves nothing behind that is not finished.
  private static func end(_ number: Int32) {
    let place = terminal.load(ordering: .relaxed)
    if place >= 0 {
      // A carriage return, and what removes a line: as a number, since a handler takes no memory.
      var line: UInt32 = 0x4B5B_1B0D
      _ = unsafe withUnsafeBytes(of: &line) {
        unsafe write(Int32(place), $0.baseAddress, $0.count)
      }
    }
    UnfinishedFiles.removeAll()
    _exit(128 + number)
  }

  /// Lets the signals through that whoever started the program had held back for itself.
  static func unblock() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { unsafe sigaddset(&signals, number) }
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Ends at once again, but cleanly.
  static func ignore() {
    handle { number in Interruption.end(number) }
  }

  /// Whether a signal is not meant for this program, as Ctrl-C is not where it is in the background.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = unsafe action.__sigaction_u.__sa_handler
    #else
      let handler = unsafe action.__sigaction_handler.sa_handler
    #endif
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Waits until something can be read from a descriptor.
  ///
  /// - Returns: whether it can; false where somebody asked to end before.
  static func waitForInput(_ descriptor: Int32, _ willWait: (() -> Void)? = nil) -> Bool {
    var timeout: Int32 = willWait == nil ? 200 : 0
    while !isAsked {
      // A read that was begun would go on after a signal, so none is begun before there is something.
      var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if unsafe Foundation.poll(&poll, 1, timeout) != 0 { return true }
      if timeout == 0 { willWait?() }
      timeout = 200
    }
    return false
  }
}
