internal import Foundation

/// Tells on a terminal how far a command is that takes longer than a second.
final class Progress {
  fileprivate let errors: FileHandle?
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var next: ContinuousClock.Instant
  fileprivate var isShown = false {
    didSet {
      if isShown != oldValue {
        Interruption.note(line: isShown ? errors?.fileDescriptor : nil)
      }
    }
  }
  private var bytes = 0
  private var items = 0
  private let itemName: String?
  private var total: Int?
  private var step = 0

  /// Shows nothing where there is no terminal to show it on.
  ///
  /// - Parameters:
  ///   - errors: the terminal.
  ///   - items: what is counted beside bytes.
  init(errors: FileHandle?, items: String? = "messages") {
    self.errors = errors
    itemName = items
    start = clock.now
    next = start + .seconds(1)
  }

  deinit { clear() }

  func add(bytes count: Int) {
    bytes += count
    show()
  }

  /// Begins with something that takes as long as so many bytes, where that is known.
  func begin(_ total: Int?) {
    self.total = total
    bytes = 0
  }

  /// Counts small steps of work whose number nobody knows.
  func add(steps count: Int) {
    step += count
    if step >= 1 << 12 {
      step = 0
      show()
    }
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
    var parts = ["\(megabytes) MB read", "\(seconds) s"]
    if let itemName { parts.insert("\(items) \(itemName)", at: 0) }
    if let total, total > 0 { parts.insert("\(min(100, bytes * 100 / total)) %", at: 0) }
    let line = "\r\u{1B}[K" + parts.joined(separator: ", ")
    try? errors.write(contentsOf: Data(line.utf8))
  }

  /// Removes the line, so that something else can be written.
  func clear() {
    guard isShown else { return }
    isShown = false
    try? errors?.write(contentsOf: Data("\r\u{1B}[K".utf8))
  }
}

extension Progress {
  /// Whether there is a terminal to show anything on.
  var isVisible: Bool { errors != nil }

  /// Shows what a command has to say itself.
  func show(_ parts: [String]) {
    guard let errors else { return }
    isShown = true
    try? errors.write(contentsOf: Data(("\r\u{1B}[K" + parts.joined(separator: ", ")).utf8))
  }
}
