internal import Synchronization

/// The types of regions that NuPIC's files are read with, by their names there.
public final class RegionTypes: Sendable {
  /// Those that are used where no others are given.
  public static let shared = RegionTypes()

  private let types: Mutex<[String: any Region.Type]>

  /// Makes a list of the types of this module.
  public init() {
    types = Mutex(Dictionary(uniqueKeysWithValues: Self.known.map { ($0.nodeType, $0) }))
  }

  /// Adds a type of your own, in the place of one of the same ``Region/nodeType-type.property``.
  public func register(_ type: (some Region).Type) {
    types.withLock { $0[type.nodeType] = type }
  }

  /// The names, in order.
  public var nodeTypes: [String] { types.withLock { $0.keys.sorted() } }

  /// The type of a name, or nil where it is not known.
  public subscript(_ nodeType: String) -> (any Region.Type)? { types.withLock { $0[nodeType] } }

  private static let known: [any Region.Type] = [
    SPRegion.self, TMRegion.self, TestNode.self, VectorFileSensor.self, VectorFileEffector.self,
    RecordSensor.self, SDRClassifierRegion.self, KNNClassifierRegion.self,
    KNNAnomalyClassifierRegion.self, AnomalyRegion.self, AnomalyLikelihoodRegion.self,
  ]
}
