/// A record that a sensor is given: values by the names of their fields.
public struct SensorRecord: Sendable, Hashable {
  /// The values.
  public var fields: [String: EncoderInput]

  /// Whether the record begins a sequence.
  public var reset: Bool

  /// Which sequence the record is part of.
  public var sequenceID: Int

  /// The categories of the record.
  public var category: [Int]

  /// Makes a record.
  ///
  /// - Parameters:
  ///   - fields: the values. Those of `_reset`, `_sequenceId` and `_category` are taken as NuPIC
  ///     takes them.
  ///   - reset: whether the record begins a sequence.
  ///   - sequenceID: which sequence the record is part of.
  ///   - category: the categories of the record.
  public init(
    _ fields: [String: EncoderInput], reset: Bool = false, sequenceID: Int = 0,
    category: [Int] = []
  ) {
    self.fields = fields
    let given = { (name: String) in
      fields[name]?.number.flatMap { $0.isFinite ? Int(Int64(clamping: $0)) : nil }
    }
    self.reset = reset || (given("_reset") ?? 0) != 0
    self.sequenceID = given("_sequenceId") ?? sequenceID
    if case .bits(let categories)? = fields["_category"], category.isEmpty {
      self.category = categories
    } else {
      self.category = category.isEmpty ? given("_category").map { [$0] } ?? [] : category
    }
  }
}
