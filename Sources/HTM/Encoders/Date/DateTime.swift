/// A date with its time on a clock of any place: without a time zone, as NuPIC takes it.
public struct DateTime: Hashable, Codable, Sendable, Comparable {
  /// The year, from 1 to 9999.
  public let year: Int

  /// The month, from 1.
  public let month: Int

  /// The day of the month, from 1.
  public let day: Int

  /// The hour, from 0 to 23.
  public let hour: Int

  /// The minute.
  public let minute: Int

  /// The second, from 0 to 59.
  public let second: Int

  /// Millionths of a second.
  public let microsecond: Int

  /// Makes a date; nil where there is no such day or time.
  public init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    microsecond: Int = 0
  ) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.daysOfMonth(month, year)).contains(day), (0...23).contains(hour),
      (0...59).contains(minute), (0...59).contains(second), (0..<1_000_000).contains(microsecond)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    (self.hour, self.minute, self.second) = (hour, minute, second)
    self.microsecond = microsecond
  }

  public static func < (left: DateTime, right: DateTime) -> Bool {
    (left.microseconds) < (right.microseconds)
  }
}

extension DateTime {
  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func daysOfMonth(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day of the year, from 1.
  public var dayOfYear: Int {
    (1..<month).reduce(day) { $0 + Self.daysOfMonth($1, year) }
  }

  /// The number of days since the day before the first day of the year 1.
  var ordinal: Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400 + dayOfYear
  }

  /// The day of the week: 0 is Monday, 6 is Sunday.
  public var weekday: Int { (ordinal + 6) % 7 }

  /// Hours and minutes since midnight, in hours; NuPIC leaves out the seconds.
  var timeOfDay: Double { Double(hour) + Double(minute) / 60 }

  /// The time since the beginning of the year 1.
  var microseconds: Int {
    let seconds = ((ordinal - 1) * 24 + hour) * 3600 + minute * 60 + second
    return seconds * 1_000_000 + microsecond
  }
}

extension DateTime: CustomStringConvertible, LosslessStringConvertible {
  /// Reads a date such as `2014-04-01 13:00:00`.
  ///
  /// Months, days and times may have one digit; `T` may stand in the place of the space; the time,
  /// its seconds and their fraction, of at most six digits, may be missing. Nil for other texts.
  public init?(_ text: String) {
    var scanner = DateTimeScanner(text.utf8)
    guard let date = scanner.date() else { return nil }
    self = date
  }

  public var description: String {
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    let date = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    let time = "\(digits(hour, 2)):\(digits(minute, 2)):\(digits(second, 2))"
    return "\(date) \(time)" + (microsecond == 0 ? "" : ".\(digits(microsecond, 6))")
  }
}
