/// An example that is taken from text, in memory that is used again for the next one.
public struct ExampleBuffer: Sendable {
  var list = ExampleList()

  /// Makes a buffer without an example.
  public init() {}

  /// The example; one without features where the buffer holds none.
  public var example: Example {
    list.count > 0 ? list.example(0) : Example(features: .simple(SparseFeatures()))
  }
}
