public import Stowage

/// The share of the active columns that were not predicted, as a region.
///
/// It takes `activeColumns` and `predictedColumns`, and gives `rawAnomalyScore`.
public struct AnomalyRegion: Region {
  public static let nodeType = "py.AnomalyRegion"

  /// The columns that were predicted in the last step, for this one.
  public private(set) var prevPredictedColumns: [Int] = []

  /// Makes a region.
  public init() {}

  public var specification: RegionSpecification {
    RegionSpecification(
      inputs: [
        .init("activeColumns", isRequired: true), .init("predictedColumns", isRequired: true),
      ],
      outputs: [.init("rawAnomalyScore", count: 1, isDefault: true)])
  }

  public func outputWidth(_ name: String) -> Int? { name == "rawAnomalyScore" ? 1 : nil }

  public mutating func compute(_ data: inout RegionData) throws {
    let active = try data.input("activeColumns").ones
    let predicted = try data.input("predictedColumns").ones
    let score = computeRawAnomalyScore(
      activeColumns: active, prevPredictedColumns: prevPredictedColumns)
    prevPredictedColumns = predicted
    data.outputs["rawAnomalyScore"] = RegionArray([Float(score)])
  }
}

extension AnomalyRegion: Serializable {
  public func write(_ builder: AnomalyRegionProto.Builder) throws {
    try builder.setPrevPredictedColumns(
      prevPredictedColumns.map { UInt32(truncatingIfNeeded: $0) })
  }

  public static func read(_ reader: AnomalyRegionProto.Reader) throws -> AnomalyRegion {
    var region = AnomalyRegion()
    region.prevPredictedColumns = try reader.prevPredictedColumns.map { Int($0) }
    return region
  }
}

extension AnomalyRegion: AbsentFromNuPICNetworks {}
