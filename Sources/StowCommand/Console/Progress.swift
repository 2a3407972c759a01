internal import Foundation

/// Tells on a terminal how far a command is that takes longer than a second.
final class Progress {
  private let errors: FileHandle?
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var next: ContinuousClock.Instant
  private var isShown = false
  private var bytes = 0
  private var items = 0

  /// Shows nothing where there is no terminal to show it on.
  init(errors: FileHandle?) {
    self.errors = errors
    start = clock.now
    next = start + .seconds(1)
  }

  deinit { clear() }

  func add(bytes count: Int) {
    bytes += count
    show()
  }

  func addItem() {
    items += 1
    // Asking the clock for each small message would cost more than the message.
    if items % 64 == 0 { show() }
  }

  private func show() {
    guard let errors, clock.now >= next else { return }
    next = clock.now + .milliseconds(200)
    isShown = true
    let seconds = (clock.now - start).components.seconds
    let megabytes = String(format: "%.1f", Double(bytes) / 1e6)
    let line = "\r\u{1B}[K\(items) messages, \(megabytes) MB read, \(seconds) s"
    try? errors.write(contentsOf: Data(line.utf8))
  }

  /// Removes the line, so that something else can be written.
  func clear() {
    guard isShown else { return }
    isShown = false
    try? errors?.write(contentsOf: Data("\r\u{1B}[K".utf8))
  }
}
