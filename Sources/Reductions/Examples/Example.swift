/// An example, with what it should have given where that is known.
public struct Example: Sendable, Hashable {
  /// What it is about.
  public var features: Features

  /// What it should have given.
  public var label: Label?

  /// Makes an example.
  public init(features: Features, label: Label? = nil) {
    self.features = features
    self.label = label
  }
}
