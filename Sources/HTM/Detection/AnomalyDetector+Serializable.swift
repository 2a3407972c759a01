public import Stowage

extension AnomalyDetector: Serializable {
  public func write(_ builder: AnomalyDetectorState.Builder) throws {
    try encoder.writeArchive(builder.initEncoder())
    try pooler.write(builder.initPooler())
    try memory.write(builder.initMemory())
    try likelihood.write(builder.initLikelihood())
    try builder.setTimestampField(timestampField)
    try builder.setValueField(valueField)
    builder.rows = UInt64(rows)
    if let range, let last {
      builder.hasRange = true
      builder.minval = range.lowerBound
      builder.maxval = range.upperBound
      try builder.setLastTimestamp(last.timestamp.description)
      builder.lastValue = last.value
    }
    builder.outputBytes = UInt64(clamping: outputBytes)
  }

  /// Reads a detector.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for parts that do not fit together.
  public static func read(_ reader: AnomalyDetectorState.Reader) throws -> AnomalyDetector {
    let path = "AnomalyDetectorState"
    let parts = try (
      encoder: MultiEncoder.readArchive(reader.encoder), pooler: SpatialPooler.read(reader.pooler),
      memory: TemporalMemory.read(reader.memory),
      likelihood: AnomalyLikelihood.read(reader.likelihood)
    )
    let fields = try (String(reader.timestampField), String(reader.valueField))
    var detector: AnomalyDetector
    do throws(HTMError) {
      detector = try AnomalyDetector(
        encoder: parts.encoder, pooler: parts.pooler, memory: parts.memory,
        likelihood: parts.likelihood, timestampField: fields.0, valueField: fields.1)
    } catch { throw error.read(from: path) }
    guard reader.rows < 1 << 60, reader.outputBytes < 1 << 60, reader.hasRange == (reader.rows > 0)
    else { throw HTMError.state("\(path).rows", "\(reader.rows) cannot be, or have no range") }
    detector.rows = Int(reader.rows)
    detector.outputBytes = Int(reader.outputBytes)
    guard reader.hasRange else { return detector }
    guard reader.minval <= reader.maxval, reader.minval.isFinite, reader.maxval.isFinite,
      reader.lastValue.isFinite, let time = DateTime(String(try reader.lastTimestamp))
    else {
      throw HTMError.state("\(path).minval", "there are no such values as it says")
    }
    detector.range = reader.minval...reader.maxval
    detector.last = Sample(timestamp: time, value: reader.lastValue)
    return detector
  }
}
