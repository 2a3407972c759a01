public import Stowage

/// NuPIC's files hold the numbers in single precision, and so does what is read from them; files of
/// Stowage lose nothing.
extension MovingAverage: Archivable {
  public func write(_ builder: MovingAverageProto.Builder) throws {
    builder.windowSize = UInt32(windowSize)
    builder.total = Float(total)
    try builder.setSlidingWindow(slidingWindow.map { Float($0) })
  }

  /// Reads an average.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for an average that cannot be,
  ///   each with the field.
  public static func read(_ reader: MovingAverageProto.Reader) throws -> MovingAverage {
    try MovingAverage(
      "MovingAverageProto", UInt64(reader.windowSize), reader.slidingWindow.map { Double($0) },
      total: Double(reader.total))
  }

  public func writeArchive(_ builder: MovingAverageState.Builder) throws {
    builder.windowSize = UInt32(windowSize)
    builder.total = total
    try builder.setSlidingWindow(slidingWindow)
  }

  /// Reads an average that lost nothing.
  ///
  /// - Throws: as ``read(_:)`` does.
  public static func readArchive(_ reader: MovingAverageState.Reader) throws -> MovingAverage {
    try MovingAverage(
      "MovingAverageState", UInt64(reader.windowSize), reader.slidingWindow,
      total: reader.total)
  }
}

extension MovingAverage {
  /// An average from a file.
  init(
    _ path: String, _ windowSize: UInt64, _ values: some Collection<Double>, total: Double
  ) throws(HTMError) {
    guard windowSize > 0, let size = UInt32(exactly: windowSize) else {
      throw .state("\(path).windowSize", "\(windowSize) is not from 1 to 2^32 - 1")
    }
    guard values.count <= Int(size) else {
      throw .state(path, "there are \(values.count) numbers in a window of \(size)")
    }
    self.init(Int(size), values, total: total)
  }
}
