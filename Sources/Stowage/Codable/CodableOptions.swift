/// How Codable types become values, and values Codable types.
public struct CodableOptions: Sendable, Hashable {
  /// Whether objects of classes that are in several places stay the same object in all of them.
  ///
  /// Where they do not, each place gets a copy.
  public var sharing: Bool

  /// How deep values may be in each other, so that neither a cycle nor a hostile file can exhaust
  /// the stack.
  public var depthLimit: Int

  /// Makes options.
  public init(sharing: Bool = true, depthLimit: Int = 500) {
    (self.sharing, self.depthLimit) = (sharing, depthLimit)
  }
}
