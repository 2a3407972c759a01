/// How Codable types become values, and values Codable types.
public struct CodableOptions: Sendable, Hashable {
  /// Whether objects of classes that are in several places stay the same object in all of them.
  ///
  /// Where they do not, each place gets a copy.
  public var sharing: Bool

  /// How deep values may be in each other, so that neither a cycle nor a hostile file can exhaust
  /// the stack.
  ///
  /// The default fits into half a megabyte, the least that threads are usually given, where the
  /// program is optimized and the types need little stack themselves.
  public var depthLimit: Int

  /// Makes options.
  public init(sharing: Bool = true, depthLimit: Int = 200) {
    (self.sharing, self.depthLimit) = (sharing, depthLimit)
  }
}
