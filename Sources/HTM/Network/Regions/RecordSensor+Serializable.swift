public import Stowage

extension RecordSensor: Archivable {
  public func write(_ builder: RecordSensorProto.Builder) throws {
    try encoder.write(builder.initEncoder())
    if hasDisabledEncoder { try disabledEncoder.write(builder.initDisabledEncoder()) }
    builder.topDownMode = topDownMode ? 1 : 0
    builder.verbosity = UInt32(clamping: verbosity)
    builder.numCategories = UInt32(clamping: numCategories)
  }

  public static func read(_ reader: RecordSensorProto.Reader) throws -> RecordSensor {
    guard reader.hasEncoder else {
      throw HTMError.state("RecordSensorProto.encoder", "it is not there")
    }
    var sensor = try make(
      MultiEncoder.read(reader.encoder), reader.numCategories, "RecordSensorProto")
    sensor.hasDisabledEncoder = reader.hasDisabledEncoder
    if reader.hasDisabledEncoder {
      sensor.disabledEncoder = try MultiEncoder.read(reader.disabledEncoder)
    }
    sensor.topDownMode = reader.topDownMode != 0
    sensor.verbosity = Int(reader.verbosity)
    return sensor
  }

  private static func make(
    _ encoder: MultiEncoder, _ categories: UInt32, _ path: String
  ) throws(HTMError) -> RecordSensor {
    do throws(HTMError) {
      return try RecordSensor(encoder, numCategories: Int(categories))
    } catch { throw error.read(from: path) }
  }

  public func writeArchive(_ builder: RecordSensorArchive.Builder) throws {
    try encoder.writeArchive(builder.initEncoder())
    try disabledEncoder.writeArchive(builder.initDisabledEncoder())
    builder.topDownMode = topDownMode
    builder.verbosity = UInt32(clamping: verbosity)
    builder.numCategories = UInt32(clamping: numCategories)
    if let predictedField { try builder.setPredictedField(predictedField) }
    builder.writesDisabledEncoder = hasDisabledEncoder
  }

  public static func readArchive(_ reader: RecordSensorArchive.Reader) throws -> RecordSensor {
    var sensor = try make(
      MultiEncoder.readArchive(reader.encoder), reader.numCategories, "RecordSensorArchive")
    sensor.disabledEncoder = try MultiEncoder.readArchive(reader.disabledEncoder)
    sensor.topDownMode = reader.topDownMode
    sensor.verbosity = Int(reader.verbosity)
    if reader.hasPredictedField { sensor.predictedField = String(try reader.predictedField) }
    sensor.hasDisabledEncoder = reader.writesDisabledEncoder
    return sensor
  }
}
