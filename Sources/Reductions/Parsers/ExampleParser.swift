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
    buffer.list.removeAll()
    try parse(text, 0..<text.count, addingTo: &buffer.list)
  }

  /// Takes an example from a part of a text that is nothing else, and adds it to others.
  ///
  /// - Parameters:
  ///   - text: the text of it and of others.
  ///   - range: where it is. Behind it comes white space, or the end of the text.
  ///   - list: the others.
  /// - Throws: `ReductionsError` where it is not written in the format; nothing is added then.
  package func parse(
    _ text: Span<UInt8>, _ range: Range<Int>, addingTo list: inout ExampleList
  ) throws(ReductionsError) {
    let mark = list.store.mark
    do {
      switch format {
      case .vwText: try parseText(text, range, &list)
      case .json: try parseJSON(text, range, &list)
      case .dsJSON: try parseDSJSON(text, range, &list)
      }
    } catch {
      list.store.removeAll(behind: mark)
      throw error
    }
  }
}
