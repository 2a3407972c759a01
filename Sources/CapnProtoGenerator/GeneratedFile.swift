/// A file of generated Swift.
public struct GeneratedFile: Hashable, Sendable {
  /// The path below the output folder, as in `shapes/circle.capnp.swift`.
  public var path: String

  /// The whole text.
  public var contents: String

  /// Makes a file of a path and a text.
  public init(path: String, contents: String) {
    self.path = path
    self.contents = contents
  }
}
