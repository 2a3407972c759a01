/// A link from an output of a region to an input of another one.
public struct Link: Sendable, Hashable {
  /// The kind of link: `UniformLink`, or `TestFanIn2` of NuPIC's tests.
  public let type: String

  /// Which nodes are linked to which, as in `{mapping: in, rfSize: [2]}`; empty for one to one.
  public let parameters: String

  /// The region that the link begins at.
  public let source: String

  /// The output that the link begins at.
  public let output: String

  /// The region that the link leads to.
  public let destination: String

  /// The input that the link leads to.
  public let input: String

  /// The outputs that are under way, oldest first: as many as the steps of the delay.
  public internal(set) var delayed: [RegionArray]

  /// How many steps later the output arrives than it would without delay.
  public let propagationDelay: Int
}

extension Link: CustomStringConvertible {
  public var description: String { "\(source).\(output) -> \(destination).\(input)" }
}
