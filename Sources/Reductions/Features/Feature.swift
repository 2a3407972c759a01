/// The number of a feature, and its value in an example.
public struct Feature: Sendable, Hashable, BitwiseCopyable {
  /// The number, of which a workspace takes the low `numBits` bits.
  public var index: UInt32

  /// The value.
  public var value: Float

  /// Makes a feature.
  public init(index: UInt32, value: Float) {
    self.index = index
    self.value = value
  }
}
