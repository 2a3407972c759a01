/// A record that a ``KNNAnomalyClassifierRegion`` keeps.
public struct AnomalyRecord: Sendable, Hashable {
  /// The number of the record, from 0 on.
  public var rowID: Int

  /// The share of the active columns that were not predicted.
  public var anomalyScore: Double

  /// Where the vector by which records are compared is one, ascending.
  public var anomalyVector: [Int]

  /// The labels of the record.
  public var anomalyLabel: [String] = []

  /// Whether a label was given, and not found.
  public var isSetByUser = false
}
