extension DateEncoder {
  /// What each part of a date is as a number; nil where the date is missing.
  private func values(of input: EncoderInput) throws(HTMError) -> [Double]? {
    switch input {
    case .missing: return nil
    case .date(let date):
      var values: [Double] = []
      for part in parts { values.append(try value(of: date, part.kind)) }
      return values
    default: throw .input("DateEncoder \(name) takes dates, and not \(input)")
    }
  }

  private func value(of date: DateTime, _ kind: PartKind) throws(HTMError) -> Double {
    switch kind {
    case .season: return Double(date.dayOfYear - 1)
    case .dayOfWeek: return Double(date.weekday) + date.timeOfDay / 24
    case .weekend:
      return date.weekday > 4 || date.weekday == 4 && date.timeOfDay > 18 ? 1 : 0
    case .customDays: return customDays.contains(date.weekday) ? 1 : 0
    case .holiday: return try nearness(of: date)
    case .timeOfDay: return date.timeOfDay
    }
  }

  /// 1 on a holiday; up to it on the day before, and away from it on the day after.
  private func nearness(of date: DateTime) throws(HTMError) -> Double {
    guard let holidays else {
      throw .input("NuPIC's file does not say what the holidays of \(name) are: set holidays")
    }
    let now = date.microseconds
    let day = 86_400_000_000
    var value = 0.0
    for holiday in holidays.isEmpty ? Holiday.usual : holidays {
      guard
        let begin = DateTime(
          year: holiday.year ?? date.year, month: holiday.month, day: holiday.day)?.microseconds
      else { throw .input("there is no such holiday in the year \(date.year)") }
      if now > begin {
        let (days, rest) = (now - begin).quotientAndRemainder(dividingBy: day)
        if days == 0 { return 1 }
        if days == 1 { return 1 - Double(rest / 1_000_000) / 86_400 }
      } else if begin - now < day {
        value = 1 - Double((begin - now) / 1_000_000) / 86_400
      }
    }
    return value
  }

  public func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError) {
    guard let values = try values(of: input) else { return }
    let start = ones.count
    var place = offset
    for (part, value) in zip(parts, values) {
      do throws(HTMError) {
        try part.encoder.encode(.number(value), at: place, into: &ones)
      } catch {
        ones.removeSubrange(start...)
        throw error
      }
      place += part.encoder.n
    }
  }

  public func bucketIndices(of input: EncoderInput) throws(HTMError) -> [Int?] {
    guard let values = try values(of: input) else { return parts.map { _ in nil } }
    var buckets: [Int?] = []
    for (part, value) in zip(parts, values) { buckets.append(try part.encoder.bucket(of: value)) }
    return buckets
  }

  public func scalars(of input: EncoderInput) throws(HTMError) -> [Double?] {
    // As NuPIC does, one for all parts where the date is missing.
    try values(of: input) ?? [nil]
  }

  public func encodedValues(of input: EncoderInput) throws(HTMError) -> [EncoderInput] {
    try values(of: input)?.map { .number($0) } ?? [.missing]
  }
}

extension DateEncoder {
  /// The parts with the places of their first bits.
  var placedParts: [(part: Part, offset: Int)] {
    var offset = 0
    return parts.map { part in
      defer { offset += part.encoder.n }
      return (part, offset)
    }
  }

  public var fieldDescription: [EncoderField] {
    placedParts.map { EncoderField(name: $0.part.kind.title, offset: $0.offset) }
  }

  public var decoderOutputTypes: [EncoderFieldType] { parts.map { _ in .float } }

  /// The names of the parts, in NuPIC's order: custom days are before the weekend.
  public func scalarNames(parentName: String) -> [String] {
    let order: [PartKind] = [.season, .dayOfWeek, .customDays, .weekend, .holiday, .timeOfDay]
    return order.compactMap { kind in parts.first { $0.kind == kind } }.map { part in
      parentName.isEmpty ? part.encoder.name : "\(parentName).\(part.encoder.name)"
    }
  }

  public func bucketInfo(of buckets: [Int]) throws(HTMError) -> [EncoderResult] {
    guard buckets.count >= parts.count else {
      throw .input("\(name) has \(parts.count) parts, and these are \(buckets.count) buckets")
    }
    var results: [EncoderResult] = []
    for (part, bucket) in zip(parts, buckets) {
      results += try part.encoder.bucketInfo(of: [bucket])
    }
    return results
  }

  public func topDownCompute(_ ones: [Int]) throws(HTMError) -> [EncoderResult] {
    try checkOnes(ones)
    var results: [EncoderResult] = []
    for (part, offset) in placedParts {
      results += try part.encoder.topDownCompute(ones.window(offset, part.encoder.n))
    }
    return results
  }

  public func decode(_ ones: [Int], parentName: String) throws(HTMError) -> [DecodedField] {
    try checkOnes(ones)
    let own = parentName.isEmpty ? name : "\(parentName).\(name)"
    var fields: [DecodedField] = []
    for (part, offset) in placedParts {
      fields += try part.encoder.decode(ones.window(offset, part.encoder.n), parentName: own)
    }
    return fields
  }

  public func closenessScores(
    expected: [Double], actual: [Double], fractional: Bool
  ) -> [Double] {
    zip(parts, zip(expected, actual)).flatMap { part, pair in
      part.encoder.closenessScores(
        expected: [pair.0], actual: [pair.1], fractional: fractional)
    }
  }
}

extension [Int] {
  /// The ones that are within some bits, counted from the first of these.
  func window(_ offset: Int, _ count: Int) -> [Int] {
    compactMap { $0 >= offset && $0 < offset + count ? $0 - offset : nil }
  }
}
