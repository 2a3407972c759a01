public import Stowage

extension DateEncoder: Archivable {
  /// Writes what NuPIC does: no name, no holidays, no custom days but in the name of their part.
  public func write(_ builder: DateEncoderProto.Builder) throws {
    for part in parts {
      let inner =
        switch part.kind {
        case .season: try builder.initSeasonEncoder()
        case .dayOfWeek: try builder.initDayOfWeekEncoder()
        case .weekend: try builder.initWeekendEncoder()
        case .customDays: try builder.initCustomDaysEncoder()
        case .holiday: try builder.initHolidayEncoder()
        case .timeOfDay: try builder.initTimeOfDayEncoder()
        }
      try part.encoder.write(inner)
    }
  }

  /// Reads what NuPIC wrote, which lacks the holidays: see ``holidays``.
  public static func read(_ reader: DateEncoderProto.Reader) throws -> DateEncoder {
    var parts: [Part] = []
    for kind in PartKind.allCases {
      let (isThere, inner) =
        switch kind {
        case .season: (reader.hasSeasonEncoder, try reader.seasonEncoder)
        case .dayOfWeek: (reader.hasDayOfWeekEncoder, try reader.dayOfWeekEncoder)
        case .weekend: (reader.hasWeekendEncoder, try reader.weekendEncoder)
        case .customDays: (reader.hasCustomDaysEncoder, try reader.customDaysEncoder)
        case .holiday: (reader.hasHolidayEncoder, try reader.holidayEncoder)
        case .timeOfDay: (reader.hasTimeOfDayEncoder, try reader.timeOfDayEncoder)
        }
      guard isThere, inner.n != 0 else { continue }
      parts.append(Part(kind: kind, encoder: try ScalarEncoder.read(inner)))
    }
    // The name of the part for custom days is what they were given as.
    let days = parts.first { $0.kind == .customDays }?.encoder.name
      .split(separator: " ").compactMap { weekday(String($0)) }
    let hasHolidays = parts.contains { $0.kind == .holiday }
    return try DateEncoder(
      name: String(reader.name), parts: parts, customDays: days ?? [],
      holidays: hasHolidays ? nil : [])
  }

  public func writeArchive(_ builder: DateEncoderState.Builder) throws {
    try builder.setName(name)
    builder.verbosity = EncoderChecks.byte(verbosity)
    let list = try builder.initParts(count: parts.count)
    for (place, part) in parts.enumerated() {
      list[place].kind = UInt8(part.kind.rawValue)
      try part.encoder.writeArchive(list[place].initEncoder())
    }
    try builder.setCustomDays(customDays.map { UInt8($0) })
    guard let holidays else { return }
    let days = try builder.initHolidays(count: holidays.count)
    for (place, holiday) in holidays.enumerated() {
      days[place].year = UInt16(holiday.year ?? 0)
      days[place].month = UInt8(holiday.month)
      days[place].day = UInt8(holiday.day)
    }
  }

  public static func readArchive(_ reader: DateEncoderState.Reader) throws -> DateEncoder {
    let path = "DateEncoderState"
    var parts: [Part] = []
    for part in try reader.parts {
      guard let kind = PartKind(rawValue: Int(part.kind)),
        parts.last.map({ $0.kind.rawValue < kind.rawValue }) ?? true
      else { throw HTMError.state("\(path).parts", "\(part.kind) is no part, or in no order") }
      parts.append(Part(kind: kind, encoder: try ScalarEncoder.readArchive(part.encoder)))
    }
    let customDays = try reader.customDays.map { Int($0) }
    guard customDays.allSatisfy({ $0 < 7 }) else {
      throw HTMError.state("\(path).customDays", "days of the week are from 0 to 6")
    }
    var holidays: [Holiday]?
    if reader.hasHolidays {
      holidays = []
      for day in try reader.holidays {
        guard
          let holiday = Holiday(
            year: day.year == 0 ? nil : Int(day.year), month: Int(day.month), day: Int(day.day))
        else { throw HTMError.state("\(path).holidays", "there is no such day") }
        holidays?.append(holiday)
      }
    }
    return try DateEncoder(
      name: String(reader.name), verbosity: Int(reader.verbosity), parts: parts,
      customDays: customDays, holidays: holidays)
  }
}
