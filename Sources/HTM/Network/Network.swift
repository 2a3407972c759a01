/// Regions, and the links between them.
///
/// A step runs the regions phase by phase, each with what its links bring. Add regions, link them,
/// and run:
///
/// <!-- snippet: htm-network -->
/// ```swift
/// var network = Network()
/// let encoder = try ScalarEncoder(w: 21, minval: 0, maxval: 10, n: 100)
/// try network.add("sensor", RecordSensor(MultiEncoder(["load": encoder])))
/// let pooler = try SpatialPooler(inputDimensions: [100], columnDimensions: [64]) {
///   $0.globalInhibition = true
///   $0.potentialRadius = 100
/// }
/// try network.add("SP", SPRegion(pooler))
/// try network.link("sensor", "SP")
///
/// for record in records {
///   try network.update("sensor", as: RecordSensor.self) { $0.feed(record) }
///   try network.run()
///   print(try network.output("SP", "bottomUpOut").ones)
/// }
/// ```
///
/// A network is a value: a copy goes on by itself.
public struct Network: Sendable {
  struct Node: Sendable {
    var name: String
    var region: any Region
    /// Empty where nothing has been said of them.
    var dimensions: [Int]
    /// Ascending.
    var phases: [Int]
    var data = RegionData()
    /// The inputs with the links that lead to each, in their order.
    var sources: [(input: String, links: [Int])] = []

    mutating func compute() throws { try region.compute(&data) }
  }

  var nodes: [Node] = []

  /// The links, in the order in which they were made.
  public internal(set) var links: [Link] = []

  /// For each link, the region that it begins at; known once the network is initialized.
  var linkSources: [Int] = []

  /// The number of steps so far.
  public internal(set) var iteration = 0

  /// The lowest phase that is run, or nil for all from the first one on.
  public var minEnabledPhase: Int?

  /// The highest phase that is run, or nil for all up to the last one.
  public var maxEnabledPhase: Int?

  /// Whether regions and links are ready to run; ``run(_:)`` makes them so.
  public internal(set) var isInitialized = false

  /// Makes a network without regions.
  public init() {}

  /// The names of the regions, in the order in which they were added.
  public var regionNames: [String] { nodes.map(\.name) }

  func index(_ name: String) throws(HTMError) -> Int {
    guard let index = nodes.firstIndex(where: { $0.name == name }) else {
      throw .parameter(
        name, "there is no such region; there are \(regionNames.joined(separator: ", "))")
    }
    return index
  }
}
