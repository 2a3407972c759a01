internal import Foundation

/// Round points in time, of UTC.
enum TimeTicks {
  private static let steps: [Double] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400,
    172_800, 604_800, 1_209_600,
  ]
  private static let day = 86400.0

  static func of(_ range: ClosedRange<Double>, most: Int) -> [Tick] {
    // Years that have four digits.
    guard range.lowerBound > -62_135_596_800, range.upperBound < 253_402_300_800 else {
      return Ticks.of(Scaling(range, .linear), most: most)
    }
    let length = range.upperBound - range.lowerBound
    guard let step = steps.first(where: { length / $0 <= Double(max(most - 1, 1)) }) else {
      return months(range, most)
    }
    let first = (range.lowerBound / step).rounded(.up) * step
    return stride(from: first, through: range.upperBound, by: step).prefix(most + 1).map {
      Tick(value: $0, label: label($0, step: step, length: length))
    }
  }

  private static func months(_ range: ClosedRange<Double>, _ most: Int) -> [Tick] {
    let start = civil(range.lowerBound)
    let end = civil(range.upperBound)
    let count = (end.year - start.year) * 12 + end.month - start.month + 1
    let step =
      [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].first { count / $0 <= most - 1 } ?? 12_000
    var ticks: [Tick] = []
    var month = (start.year * 12 + start.month - 1) / step * step
    while ticks.count <= most {
      let (year, index) = (month / 12, month % 12 + 1)
      let value = seconds(year, index, 1)
      guard value <= range.upperBound else { break }
      if value >= range.lowerBound {
        let label = step % 12 == 0 ? "\(year)" : "\(year)-\(two(index))"
        ticks.append(Tick(value: value, label: label))
      }
      month += step
    }
    return ticks
  }

  private static func label(_ value: Double, step: Double, length: Double) -> String {
    let (year, month, date) = civil(value)
    let rest = Int((value - (value / day).rounded(.down) * day).rounded())
    let time = "\(two(rest / 3600)):\(two(rest / 60 % 60))"
    if step >= day { return "\(year)-\(two(month))-\(two(date))" }
    if step < 60 { return "\(time):\(two(rest % 60))" }
    // Midnight says which day it is.
    if rest == 0 { return "\(two(month))-\(two(date))" }
    return length > 2 * day ? "\(two(month))-\(two(date)) \(time)" : time
  }

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// The date of a point in time, by the calendar of today.
  private static func civil(_ seconds: Double) -> (year: Int, month: Int, day: Int) {
    let days = Int((seconds / day).rounded(.down)) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let ofEra = days - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, ofYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func seconds(_ year: Int, _ month: Int, _ date: Int) -> Double {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + date - 1
    let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    return Double(days) * day
  }
}
