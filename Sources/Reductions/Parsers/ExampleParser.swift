/// Takes examples from text.
public struct ExampleParser: Sendable {
  /// How the examples are written.
  public let format: DataFormat

  let features: FeaturesType
  let label: LabelType
  let seed: UInt32
  let mask: UInt32

  /// Makes a parser of examples for workspaces that take such features and labels.
  ///
  /// - Parameters:
  ///   - format: how the examples are written.
  ///   - features: the features that are needed.
  ///   - label: the labels that are needed.
  ///   - hashSeed: the seed that names of namespaces are hashed with.
  ///   - numBits: the number of bits of a feature's number.
  /// - Throws: `ReductionsError` where the format does not have such examples.
  public init(
    _ format: DataFormat, features: FeaturesType, label: LabelType, hashSeed: UInt32 = 0,
    numBits: Int = 18
  ) throws(ReductionsError) {
    guard (features == .actions) == (label == .action) else {
      throw .input("label", "features and labels are not of one kind: both are of actions, or none")
    }
    guard format != .dsJSON || features == .actions else {
      throw .input("format", "dsjson has examples with actions only; use vw-text or json")
    }
    guard (0...31).contains(numBits) else {
      throw .configuration("numBits", "\(numBits) is out of range: it is 0 to 31")
    }
    self.format = format
    self.features = features
    self.label = label
    seed = hashSeed
    mask = UInt32(truncatingIfNeeded: (1 << numBits) - 1)
  }

  /// Whether an example takes several lines, up to an empty one.
  public var isMultiline: Bool { format == .vwText && features == .actions }

  /// Takes an example from a text that is nothing else.
  ///
  /// - Throws: `ReductionsError` where it is not written in the format.
  public func parse(_ text: String) throws(ReductionsError) -> Example {
    var buffer = ExampleBuffer()
    try parse(Array(text.utf8).span, into: &buffer)
    return buffer.example
  }

  /// Takes an example from a text that is nothing else, into the memory of one before it.
  ///
  /// - Throws: `ReductionsError` where it is not written in the format; the buffer holds no example
  ///   then.
  public func parse(
    _ text: Span<UInt8>, into buffer: inout ExampleBuffer
  ) throws(ReductionsError) {
    switch format {
    case .vwText: try parseText(text, &buffer)
    case .json: try parseJSON(text, &buffer)
    case .dsJSON: try parseDSJSON(text, &buffer)
    }
  }
}

/// An example that is taken from text, in memory that is used again for the next one.
public struct ExampleBuffer: Sendable {
  /// The example.
  public var example = Example(features: .simple(SparseFeatures()))

  var row = JSONRow()
  private var unused: [SparseFeatures] = []

  /// Makes a buffer without an example.
  public init() {}

  /// Takes the memory of the example for a new one.
  mutating func takeSimple() -> SparseFeatures {
    var features = SparseFeatures()
    if case .simple(let old) = example.features { features = old }
    clear()
    features.removeAll()
    return features
  }

  /// Takes the memory of the example's actions for those of a new one.
  mutating func takeActions() -> ActionFeatures {
    var content = ActionFeatures(actions: [])
    if case .actions(let old) = example.features { content = old }
    clear()
    // One by one they are moved; together they would be copied, and let go of.
    while let features = content.actions.popLast() { unused.append(features) }
    if let shared = content.shared.take() { unused.append(shared) }
    return content
  }

  private mutating func clear() {
    example.features = .actions(ActionFeatures(actions: []))
    example.label = nil
  }

  mutating func takeUnused() -> SparseFeatures {
    var features = unused.popLast() ?? SparseFeatures()
    features.removeAll()
    return features
  }
}
