public import Stowage

extension DeltaEncoder: Archivable {
  /// Writes what NuPIC does: in single precision, and a number before that is 0 as none.
  ///
  /// - Throws: `HTMError` when there was no number yet, which NuPIC's files cannot say.
  public func write(_ builder: DeltaEncoderProto.Builder) throws {
    builder.width = UInt32(width)
    builder.n = UInt32(width)
    try builder.setName(name)
    try differences.write(builder.initAdaptiveScalarEnc())
    builder.prevAbsolute = Float(previousValue ?? 0)
    builder.prevDelta = Float(previousDelta ?? 0)
    builder.stateLock = stateLock
    builder.learningEnabled = learningEnabled
  }

  public static func read(_ reader: DeltaEncoderProto.Reader) throws -> DeltaEncoder {
    let differences = try AdaptiveScalarEncoder.read(reader.adaptiveScalarEnc)
    guard Int(reader.n) == differences.n, Int(reader.width) == differences.n else {
      throw HTMError.state(
        "DeltaEncoderProto.n", "\(reader.n) and \(reader.width) are not \(differences.n)")
    }
    return try DeltaEncoder(
      name: String(reader.name), learningEnabled: reader.learningEnabled,
      stateLock: reader.stateLock, differences: differences,
      previousValue: previous(reader.prevAbsolute), previousDelta: previous(reader.prevDelta))
  }

  private static func previous(_ number: Float) throws(HTMError) -> Double? {
    guard !number.isInfinite else {
      throw .state("DeltaEncoderProto.prevAbsolute", "\(number) is no number")
    }
    return number == 0 ? nil : Double(number)
  }

  public func writeArchive(_ builder: DeltaEncoderState.Builder) throws {
    try builder.setName(name)
    builder.verbosity = EncoderChecks.byte(verbosity)
    try differences.writeArchive(builder.initDifferences())
    if let previousValue {
      builder.hasPreviousValue = true
      builder.previousValue = previousValue
    }
    if let previousDelta {
      builder.hasPreviousDelta = true
      builder.previousDelta = previousDelta
    }
    builder.stateLock = stateLock
    builder.learningEnabled = learningEnabled
  }

  public static func readArchive(_ reader: DeltaEncoderState.Reader) throws -> DeltaEncoder {
    let previous = (reader.previousValue, reader.previousDelta)
    guard !previous.0.isInfinite, !previous.1.isInfinite else {
      throw HTMError.state("DeltaEncoderState.previousValue", "it is no number")
    }
    return try DeltaEncoder(
      name: String(reader.name), verbosity: Int(reader.verbosity),
      learningEnabled: reader.learningEnabled, stateLock: reader.stateLock,
      differences: AdaptiveScalarEncoder.readArchive(reader.differences),
      previousValue: reader.hasPreviousValue ? previous.0 : nil,
      previousDelta: reader.hasPreviousDelta ? previous.1 : nil)
  }
}
