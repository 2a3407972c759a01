internal import Foundation
public import Stowage

extension LogEncoder: Archivable {
  /// Writes what NuPIC does: all numbers in single precision.
  ///
  /// - Throws: `HTMError` when the range vanishes in single precision.
  public func write(_ builder: LogEncoderProto.Builder) throws {
    let limits = try EncoderChecks.single(minval, maxval, "LogEncoderProto")
    builder.verbosity = EncoderChecks.byte(verbosity)
    builder.minScaledValue = Float(minScaledValue)
    builder.maxScaledValue = Float(maxScaledValue)
    builder.clipInput = clipInput
    builder.minval = limits.minval
    builder.maxval = limits.maxval
    try scaled.write(builder.initEncoder())
    try builder.setName(name)
  }

  public static func read(_ reader: LogEncoderProto.Reader) throws -> LogEncoder {
    // NuPIC rounds to seven digits what it reads.
    func rounded(_ number: Float) -> Double {
      Double(String(format: "%.7f", Double(number))) ?? Double(number)
    }
    return try LogEncoder(
      name: String(reader.name), verbosity: Int(reader.verbosity), clipInput: reader.clipInput,
      minval: rounded(reader.minval), maxval: rounded(reader.maxval),
      minScaledValue: rounded(reader.minScaledValue),
      maxScaledValue: rounded(reader.maxScaledValue), scaled: ScalarEncoder.read(reader.encoder)
    ).checked("LogEncoderProto")
  }

  public func writeArchive(_ builder: LogEncoderState.Builder) throws {
    builder.verbosity = EncoderChecks.byte(verbosity)
    builder.minScaledValue = minScaledValue
    builder.maxScaledValue = maxScaledValue
    builder.clipInput = clipInput
    builder.minval = minval
    builder.maxval = maxval
    try scaled.writeArchive(builder.initScaled())
    try builder.setName(name)
  }

  public static func readArchive(_ reader: LogEncoderState.Reader) throws -> LogEncoder {
    try LogEncoder(
      name: String(reader.name), verbosity: Int(reader.verbosity), clipInput: reader.clipInput,
      minval: reader.minval, maxval: reader.maxval, minScaledValue: reader.minScaledValue,
      maxScaledValue: reader.maxScaledValue, scaled: ScalarEncoder.readArchive(reader.scaled)
    ).checked("LogEncoderState")
  }

  private func checked(_ path: String) throws(HTMError) -> LogEncoder {
    guard minval > 0, minval < maxval, maxval.isFinite, minScaledValue < maxScaledValue,
      minScaledValue.isFinite, maxScaledValue.isFinite
    else {
      throw .state("\(path).minval", "from \(minval) to \(maxval) is no range of logarithms")
    }
    return self
  }
}
