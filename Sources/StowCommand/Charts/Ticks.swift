internal import Foundation

/// A number on an axis that is written beside it.
struct Tick {
  let value: Double
  let label: String
}

/// Round numbers.
enum Ticks {
  /// Round numbers within a range, no more than so many.
  static func of(_ scaling: Scaling, most: Int) -> [Tick] {
    switch scaling.scale {
    case .linear, .whole: linear(scaling.range, most, scaling.scale)
    case .logarithmic: logarithmic(scaling.range, most)
    case .time: TimeTicks.of(scaling.range, most: most)
    }
  }

  /// How far round numbers lie apart.
  static func step(_ length: Double, most: Int, _ scale: Axis.Scale) -> Double {
    let rough = max(length / Double(max(most - 1, 1)), 1e-300)
    let power = pow(10, floor(log10(rough)))
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * (1 - 1e-9) } ?? rough
    return scale == .whole ? max(1, step.rounded()) : step
  }

  private static func linear(
    _ range: ClosedRange<Double>, _ most: Int, _ scale: Axis.Scale
  ) -> [Tick] {
    let step = step(range.upperBound - range.lowerBound, most: most, scale)
    guard step > 0, step.isFinite else { return [] }
    let first = ceil(range.lowerBound / step - 1e-9)
    var values: [Double] = []
    for index in 0...most {
      let value = (first + Double(index)) * step
      guard value <= range.upperBound + step * 1e-6 else { break }
      values.append(value.magnitude < step * 1e-6 ? 0 : value)
    }
    return values.map { Tick(value: $0, label: label($0, step: step)) }
  }

  private static func logarithmic(_ range: ClosedRange<Double>, _ most: Int) -> [Tick] {
    let (low, high) = (log10(range.lowerBound), log10(range.upperBound))
    guard low.isFinite, high.isFinite else { return [] }
    let (first, last) = (Int(ceil(low - 1e-9)), Int(floor(high + 1e-9)))
    guard last >= first else { return linear(range, most, .linear) }
    let step = max(1, Int((Double(last - first + 1) / Double(max(most, 1))).rounded(.up)))
    return stride(from: first, through: last, by: step).map {
      let value = pow(10, Double($0))
      return Tick(value: value, label: label(value, step: value))
    }
  }

  /// A number with as many digits as tell it from the next one.
  static func label(_ value: Double, step: Double) -> String {
    if value == 0 { return "0" }
    let largest = value.magnitude
    guard largest >= 1e-4, largest < 1e7 else {
      if largest >= 1e7, largest < 1e15, step >= 1000 {
        return grouped(value)
      }
      let digits = max(0, Int(floor(log10(largest))) - Int(floor(log10(max(step, 1e-300)))))
      let text = String(format: "%.\(min(digits, 12))e", value)
      let parts = text.split(separator: "e")
      guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
      return "\(parts[0])e\(exponent)".replacing("-", with: "−")
    }
    let digits = max(0, -Int(floor(log10(max(step, 1e-300)) + 1e-9)))
    let text = String(format: "%.\(min(digits, 12))f", value)
    return (digits == 0 && largest >= 10_000 ? grouped(value) : text)
      .replacing("-", with: "−")
  }

  private static func grouped(_ value: Double) -> String {
    let digits = String(format: "%.0f", value.magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      // A narrow space that does not break.
      if index > 0, (digits.count - index) % 3 == 0 { result += "\u{202F}" }
      result.append(digit)
    }
    return (value < 0 ? "−" : "") + result
  }
}
