/// Encodes dates with their times by up to six parts, such as the day of the week.
public struct DateEncoder: InputEncoder {
  public var name: String

  public var verbosity = 0

  /// The parts that are encoded, in the order of their bits.
  public let parts: [Part]

  /// The days of the week on which ``PartKind/customDays`` is on; 0 is Monday.
  public let customDays: [Int]

  /// The days that count as holidays; none is the 25th of December.
  ///
  /// NuPIC does not save them: after its file with a part for holidays was read this is nil, and
  /// nothing can be encoded until it is set.
  public var holidays: [Holiday]?

  public var width: Int { parts.reduce(0) { $0 + $1.encoder.n } }

  /// Something about dates that can be encoded.
  public enum PartKind: Int, Hashable, Codable, Sendable, CaseIterable {
    /// The day of the year.
    case season

    /// The day of the week, with the time of the day.
    case dayOfWeek

    /// Whether it is Saturday, Sunday, or later than 18 o'clock on Friday.
    case weekend

    /// Whether it is one of some days of the week.
    case customDays

    /// Whether it is a holiday, or how near the one before or after it is.
    case holiday

    /// The time of the day, without seconds.
    case timeOfDay
  }

  /// A part, and its encoder.
  public struct Part: Hashable, Sendable {
    /// What is encoded.
    public let kind: PartKind

    /// The encoder of it.
    public let encoder: ScalarEncoder
  }

  /// A day in one year, or in every year.
  public struct Holiday: Hashable, Codable, Sendable {
    /// The year, or nil for every one.
    public let year: Int?

    /// The month, from 1.
    public let month: Int

    /// The day of the month, from 1.
    public let day: Int

    static let usual = [Holiday(month: 12, day: 25)].compactMap { $0 }

    /// Makes a holiday of every year, or of one; nil where there is no such day.
    public init?(year: Int? = nil, month: Int, day: Int) {
      guard DateTime(year: year ?? 2000, month: month, day: day) != nil else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
    }
  }

  /// How many ones a part has, and how far apart dates are that share none of them.
  public struct Resolution: Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// The number of ones, which is odd.
    public let w: Int

    /// How far apart dates are that share no ones, in the units of the part; nil for the usual.
    public let radius: Double?

    /// Makes a resolution.
    public init(w: Int, radius: Double? = nil) { (self.w, self.radius) = (w, radius) }

    public init(integerLiteral value: Int) { self.init(w: value) }
  }
}

extension DateEncoder {
  /// Makes an encoder of the parts that are given.
  ///
  /// - Parameters:
  ///   - season: The day of the year; the usual radius is 91.5 days.
  ///   - dayOfWeek: The day of the week; the usual radius is 1 day.
  ///   - weekend: Whether it is a weekend.
  ///   - holiday: Whether it is a holiday; the radius cannot be chosen.
  ///   - timeOfDay: The time of the day; the usual radius is 4 hours.
  ///   - customDays: The ones of some days, and the days, as `"mon"` or `"Monday"`.
  ///   - name: The name of the field.
  ///   - forced: Whether fewer than 21 ones will do.
  ///   - holidays: The holidays, or none for the 25th of December.
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public init(
    season: Resolution? = nil, dayOfWeek: Resolution? = nil, weekend: Resolution? = nil,
    holiday: Resolution? = nil, timeOfDay: Resolution? = nil,
    customDays: (w: Int, days: [String])? = nil, name: String = "", forced: Bool = true,
    holidays: [Holiday] = []
  ) throws(HTMError) {
    guard holiday?.radius == nil else {
      throw .parameter("holiday", "its radius is 1, and no other")
    }
    var parts: [Part] = []
    func add(_ kind: PartKind, _ resolution: Resolution?, _ title: String? = nil) throws(HTMError) {
      guard let resolution, resolution.w != 0 else { return }
      do throws(HTMError) {
        parts.append(
          Part(
            kind: kind,
            encoder: try ScalarEncoder(
              w: resolution.w, minval: 0, maxval: kind.maxval, periodic: kind.isPeriodic,
              radius: resolution.radius ?? kind.usualRadius, name: title ?? kind.title,
              forced: forced)))
      } catch {
        throw .parameter("\(kind).\(error.path)", error.message)
      }
    }
    try add(.season, season)
    try add(.dayOfWeek, dayOfWeek)
    try add(.weekend, weekend)
    var days: [Int] = []
    if let customDays {
      for day in customDays.days {
        guard let number = Self.weekday(day) else {
          throw .parameter("customDays", "\(day) is no day of the week")
        }
        days.append(number)
      }
      let title =
        customDays.days.count == 1
        ? customDays.days[0] : customDays.days.map { $0 + " " }.joined()
      try add(.customDays, Resolution(w: customDays.w), title)
    }
    try add(.holiday, holiday)
    try add(.timeOfDay, timeOfDay)
    (self.parts, self.customDays, self.name, self.holidays) = (parts, days, name, holidays)
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// The number of a day of the week from its name or the first three letters of it.
  static func weekday(_ name: String) -> Int? {
    let name = name.lowercased()
    return weekdays.firstIndex { $0 == name || $0.prefix(3) == name }
  }
}

extension DateEncoder.PartKind {
  var maxval: Double {
    switch self {
    case .season: 366
    case .dayOfWeek: 7
    case .weekend, .customDays, .holiday: 1
    case .timeOfDay: 24
    }
  }

  var isPeriodic: Bool {
    switch self {
    case .season, .dayOfWeek, .timeOfDay: true
    case .weekend, .customDays, .holiday: false
    }
  }

  var usualRadius: Double {
    switch self {
    case .season: 91.5
    case .dayOfWeek, .weekend, .customDays, .holiday: 1
    case .timeOfDay: 4
    }
  }

  /// The name of the part.
  var title: String {
    switch self {
    case .season: "season"
    case .dayOfWeek: "day of week"
    case .weekend: "weekend"
    case .customDays: "customdays"
    case .holiday: "holiday"
    case .timeOfDay: "time of day"
    }
  }
}
