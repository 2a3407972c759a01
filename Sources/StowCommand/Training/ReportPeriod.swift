/// After which examples the measures are printed.
struct ReportPeriod {
  private enum Step {
    case add(Int)
    case multiply(Double)
  }

  private let step: Step
  private var next = 0

  /// - Throws: `StowFailure` for anything but N, +N or *F.
  init(_ text: String, _ command: String) throws(StowFailure) {
    if text.hasPrefix("*"), let factor = Double(text.dropFirst()), factor > 1, factor.isFinite {
      step = .multiply(factor)
    } else if let count = Int(text.hasPrefix("+") ? String(text.dropFirst()) : text), count > 0 {
      step = .add(count)
    } else {
      throw .usage(
        "--progress is a number of examples, or * and a factor above 1, not '\(text)'", command)
    }
  }

  /// Whether the measures are printed after this example, counted from 0.
  mutating func isDue(_ example: Int) -> Bool {
    guard example >= next else { return false }
    switch step {
    case .add(let count): next = example &+ count
    case .multiply(let factor): next = Int(min(Double(example) * factor, 1e18))
    }
    return true
  }
}
