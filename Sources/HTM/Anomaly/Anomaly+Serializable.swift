public import Stowage

extension Anomaly: Serializable {
  public func write(_ builder: AnomalyState.Builder) throws {
    switch mode {
    case .pure: builder.mode = .pure
    case .likelihood: builder.mode = .likelihood
    case .weighted: builder.mode = .weighted
    }
    if let binaryAnomalyThreshold {
      builder.binaryAnomalyThreshold.value = binaryAnomalyThreshold
    }
    if let movingAverage { try movingAverage.writeArchive(builder.initMovingAverage()) }
    if let likelihood { try likelihood.write(builder.initLikelihood()) }
  }

  /// Reads what a NuPIC file cannot hold: NuPIC has no such file of this class.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a state that cannot be, each
  ///   with the field.
  public static func read(_ reader: AnomalyState.Reader) throws -> Anomaly {
    let average =
      reader.hasMovingAverage ? try MovingAverage.readArchive(reader.movingAverage) : nil
    do {
      return try Anomaly(
        mode(reader), threshold(reader), average, likelihood(reader))
    } catch let error as HTMError {
      throw error.read(from: "AnomalyState")
    }
  }

  private static func mode(_ reader: AnomalyState.Reader) throws(HTMError) -> Mode {
    switch reader.mode {
    case .pure: return .pure
    case .likelihood: return .likelihood
    case .weighted: return .weighted
    case .unrecognized(let number):
      throw .state("AnomalyState.mode", "there is no mode \(number)")
    }
  }

  private static func threshold(_ reader: AnomalyState.Reader) throws(HTMError) -> Double? {
    switch reader.binaryAnomalyThreshold.which {
    case .none: return nil
    case .value(let threshold): return threshold
    case .unrecognized(let number):
      throw .state("AnomalyState.binaryAnomalyThreshold", "there is no choice \(number)")
    }
  }

  private static func likelihood(
    _ reader: AnomalyState.Reader
  ) throws -> AnomalyLikelihood? {
    guard (reader.mode == .pure) == !reader.hasLikelihood else {
      throw HTMError.state(
        "AnomalyState.likelihood", "it has to be there in all modes but pure, and only in these")
    }
    return reader.hasLikelihood ? try AnomalyLikelihood.read(reader.likelihood) : nil
  }
}
