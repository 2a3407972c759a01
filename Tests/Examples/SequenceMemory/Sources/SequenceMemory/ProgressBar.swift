import Foundation

/// A line that fills up, on a terminal only.
struct ProgressBar {
  private let total: Int
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var done = 0
  private var drawn = ContinuousClock.now - .seconds(1)

  init(total: Int) { self.total = total }

  mutating func advance(_ note: @autoclosure () -> String) {
    done += 1
    guard isTerminal, done == total || ContinuousClock.now - drawn > .milliseconds(50) else {
      return
    }
    drawn = .now
    let filled = 30 * done / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    write("\r  \(bar) \(100 * done / total) %  \(note())\u{1B}[K")
  }

  func finish() {
    if isTerminal { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
