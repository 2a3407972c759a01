/// What a region stands in, once all links are known.
public struct RegionLayout: Sendable, Hashable {
  /// The number of nodes on each axis; 1 for regions that are one node.
  public var dimensions: [Int]

  /// For each input that something is linked to, how many elements come in.
  public var inputWidths: [String: Int]

  /// Makes a layout.
  public init(dimensions: [Int] = [1], inputWidths: [String: Int] = [:]) {
    (self.dimensions, self.inputWidths) = (dimensions, inputWidths)
  }
}
