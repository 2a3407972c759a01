public import Stowage

/// An ``AnomalyLikelihood`` as a region.
///
/// It takes `rawAnomalyScore` and `metricValue`, and gives `anomalyLikelihood`.
public struct AnomalyLikelihoodRegion: Region {
  public static let nodeType = "py.AnomalyLikelihoodRegion"

  /// The likelihood.
  public var likelihood: AnomalyLikelihood

  /// Makes a region.
  public init(_ likelihood: AnomalyLikelihood) { self.likelihood = likelihood }

  public var specification: RegionSpecification {
    RegionSpecification(
      inputs: [
        .init("rawAnomalyScore", count: 1, isRequired: true),
        .init("metricValue", count: 1, isRequired: true),
      ],
      outputs: [.init("anomalyLikelihood", count: 1, isDefault: true)],
      parameters: [
        "learningPeriod", "estimationSamples", "historicWindowSize", "reestimationPeriod",
      ].map { .init($0, .read) })
  }

  public func outputWidth(_ name: String) -> Int? { name == "anomalyLikelihood" ? 1 : nil }

  public mutating func compute(_ data: inout RegionData) throws {
    let score = try data.input("rawAnomalyScore").numbers.first ?? 0
    let value = try data.input("metricValue").numbers.first ?? 0
    let found = likelihood.anomalyProbability(value, score)
    data.outputs["anomalyLikelihood"] = RegionArray([Float(found)])
  }

  public func parameter(_ name: String) throws -> Value {
    switch name {
    case "learningPeriod": .int(Int64(likelihood.learningPeriod))
    case "estimationSamples":
      .int(Int64(likelihood.probationaryPeriod - likelihood.learningPeriod))
    case "historicWindowSize": .int(Int64(likelihood.historicWindowSize))
    case "reestimationPeriod": .int(Int64(likelihood.reestimationPeriod))
    default: throw noParameter(name)
    }
  }
}

extension AnomalyLikelihoodRegion: Serializable {
  public func write(_ builder: AnomalyLikelihoodProto.Builder) throws {
    try likelihood.write(builder)
  }

  public static func read(
    _ reader: AnomalyLikelihoodProto.Reader
  ) throws -> AnomalyLikelihoodRegion {
    AnomalyLikelihoodRegion(try AnomalyLikelihood.read(reader))
  }
}

extension AnomalyLikelihoodRegion: AbsentFromNuPICNetworks {}
