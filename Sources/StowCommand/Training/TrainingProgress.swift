internal import Foundation

/// Tells on a terminal how training goes: the rate, the loss, and the time left where it is known.
final class TrainingProgress {
  private let console: Console
  private let bytesTotal: Int?
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var next: ContinuousClock.Instant

  init(_ console: Console, of bytesTotal: Int?) {
    self.console = console
    self.bytesTotal = bytesTotal
    start = clock.now
    next = start + .seconds(1)
  }

  var seconds: Double { Self.seconds(clock.now - start) }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  func show(_ measures: Measures, _ bytesRead: Int) {
    guard measures.examples % 256 == 0, clock.now >= next else {
      return
    }
    next = clock.now + .milliseconds(200)
    let elapsed = seconds
    var parts = [
      "\(measures.examples) examples", "\(Int(Double(measures.examples) / elapsed))/s",
      "loss \(Float(measures.loss))",
    ]
    if let total = bytesTotal, total > 0, bytesRead > 0 {
      let done = Double(min(bytesRead, total)) / Double(total)
      parts.insert("\(Int(done * 100)) %", at: 0)
      parts.append("\(Int((elapsed / done - elapsed).rounded(.up))) s left")
    } else {
      parts.append("\(Int(elapsed)) s")
    }
    console.progress.show(parts)
  }
}
