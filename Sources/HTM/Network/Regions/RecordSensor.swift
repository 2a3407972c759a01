public import Stowage

/// A region that encodes records.
///
/// Give it records with ``feed(_:)-(SensorRecord)``; each step takes one. The bits are at `dataOut`; the value of
/// the predicted field and its bucket, for a classifier, at `actValueOut` and `bucketIdxOut`.
public struct RecordSensor: Region {
  public static let nodeType = "py.RecordSensor"

  /// What encodes the fields.
  public var encoder: MultiEncoder

  /// What encodes fields that the network does not see, but a classifier predicts.
  public var disabledEncoder: MultiEncoder

  /// Whether NuPIC goes from bits to values; kept for it.
  public var topDownMode = false

  /// How much NuPIC prints; kept for it.
  public var verbosity = 0

  /// How many categories a record has at most.
  public private(set) var numCategories = 1

  /// The field that a classifier predicts; NuPIC does not save it.
  public var predictedField: String?

  /// The records that are still to come; they are not saved.
  public private(set) var records: [SensorRecord] = []

  /// The record that was encoded last; it is not saved.
  public internal(set) var lastRecord: SensorRecord?

  /// Each part of the last record as a number, nil where it is missing.
  public internal(set) var lastScalars: [Double?] = []

  var hasDisabledEncoder = true

  /// Makes a sensor.
  ///
  /// - Parameters:
  ///   - encoder: what encodes the fields.
  ///   - numCategories: how many categories a record has at most.
  /// - Throws: `HTMError` for a number of categories that is not from 1 to 2^16.
  public init(_ encoder: MultiEncoder, numCategories: Int = 1) throws(HTMError) {
    guard (0...1 << 16).contains(numCategories) else {
      throw .parameter("numCategories", "\(numCategories) is not from 0 to 2^16")
    }
    self.encoder = encoder
    self.numCategories = numCategories
    disabledEncoder = MultiEncoder()
  }

  /// Gives the sensor a record for a step to come.
  public mutating func feed(_ record: SensorRecord) { records.append(record) }

  /// Gives the sensor records in the place of those that it has not come to.
  public mutating func replaceRecords(_ records: [SensorRecord]) { self.records = records }

  /// Gives the sensor a record for a step to come.
  public mutating func feed(_ fields: [String: EncoderInput]) { feed(SensorRecord(fields)) }

  public var specification: RegionSpecification {
    RegionSpecification(
      inputs: [.init("spatialTopDownIn"), .init("temporalTopDownIn")],
      outputs: [
        .init("dataOut", isDefault: true), .init("resetOut", count: 1),
        .init("sequenceIdOut", .uint64, count: 1), .init("categoryOut"), .init("sourceOut"),
        .init("bucketIdxOut", .uint64), .init("actValueOut"), .init("spatialTopDownOut"),
        .init("temporalTopDownOut"),
      ],
      parameters: [
        .init("topDownMode"), .init("verbosity"), .init("numCategories", .read),
        .init("predictedField"),
      ])
  }

  public func outputWidth(_ name: String) -> Int? {
    switch name {
    case "dataOut": encoder.width
    case "resetOut", "sequenceIdOut", "bucketIdxOut", "actValueOut": 1
    case "categoryOut": numCategories
    case "sourceOut", "spatialTopDownOut", "temporalTopDownOut": encoder.scalarNames.count
    default: nil
    }
  }

  public mutating func compute(_ data: inout RegionData) throws {
    guard !topDownMode else {
      throw HTMError.parameter("topDownMode", "it is kept, and cannot be run: set it to false")
    }
    guard let record = records.first else {
      throw HTMError(
        .invalidInput, "records", "there is no record left: give the sensor one with feed")
    }
    let input = EncoderInput.record(record.fields)
    let ones = try encoder.encode(input)
    let scalars = try encoder.scalars(of: input)
    try predict(record, &data)
    data.outputs["dataOut"] = RegionArray(ones: ones, count: encoder.width)
    data.outputs["sourceOut"] = RegionArray(scalars.map { Float($0 ?? .nan) })
    data.outputs["resetOut"] = RegionArray(ones: record.reset ? [0] : [], count: 1)
    data.outputs["sequenceIdOut"] = RegionArray(.uint64, [max(0, record.sequenceID)])
    let missing = max(0, numCategories - record.category.count)
    data.outputs["categoryOut"] = RegionArray(
      (record.category.prefix(numCategories) + Array(repeating: -1, count: missing)).map {
        Float($0)
      })
    records.removeFirst()
    (lastRecord, lastScalars) = (record, scalars)
  }

  /// Gives the predicted field's value and bucket.
  private mutating func predict(_ record: SensorRecord, _ data: inout RegionData) throws {
    guard let predictedField, let value = record.fields[predictedField], !value.isMissing,
      let bucket = try encoder.bucket(predictedField, value)
        ?? disabledEncoder.bucket(predictedField, value)
    else { return }
    data.outputs["bucketIdxOut"] = RegionArray(.uint64, [max(0, bucket)])
    // What is no number is known by its bucket.
    data.outputs["actValueOut"] = RegionArray([Float(value.number ?? Double(bucket))])
  }

  /// The bucket of a field's value for a classifier, or nil where nothing encodes the field.
  ///
  /// - Throws: `HTMError` when the value is not what the encoder takes.
  public mutating func bucketIndex(
    _ field: String, _ value: EncoderInput
  ) throws(HTMError) -> Int? {
    // An encoder that is for the classifier alone comes first.
    if let bucket = try disabledEncoder.bucket(field, value) { return bucket }
    return try encoder.bucket(field, value)
  }

  /// What encodes a field for a classifier.
  func encoder(of field: String) -> (any InputEncoder)? {
    (disabledEncoder.members.first { $0.field == field }
      ?? encoder.members.first { $0.field == field })?.encoder
  }

  public func parameter(_ name: String) throws -> Value {
    switch name {
    case "topDownMode": .bool(topDownMode)
    case "verbosity": .int(Int64(verbosity))
    case "numCategories": .int(Int64(numCategories))
    case "predictedField": predictedField.map { .string($0) } ?? .null
    default: throw noParameter(name)
    }
  }

  public mutating func setParameter(_ name: String, to value: Value) throws {
    switch name {
    case "topDownMode": topDownMode = try value.flag(name)
    case "verbosity": verbosity = Int(try value.number(name, as: UInt32.self))
    case "predictedField": predictedField = value == .null ? nil : try value.text(name)
    default: throw noParameter(name)
    }
  }
}
