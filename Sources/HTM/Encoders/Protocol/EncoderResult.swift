/// What a bucket stands for.
public struct EncoderResult: Hashable, Sendable {
  /// The value, of the kind that the encoder takes.
  public var value: EncoderInput

  /// The value as a number.
  public var scalar: Double

  /// The ascending indices of the ones of the bucket.
  public var encoding: [Int]

  /// Makes a result.
  public init(value: EncoderInput, scalar: Double, encoding: [Int]) {
    self.value = value
    self.scalar = scalar
    self.encoding = encoding
  }
}
