import CapnProto

/// Ways for a message to lie in segments, in each of which it reads the same.
enum Storage: CaseIterable {
  case oneSegment
  case segmentPerObject
  case growingSegments

  /// An empty message that will lie in this way.
  var builder: MessageBuilder {
    switch self {
    case .oneSegment: MessageBuilder(firstSegmentWords: 1 << 14)
    case .segmentPerObject: MessageBuilder(firstSegmentWords: 1, growth: .fixed)
    case .growingSegments: MessageBuilder(firstSegmentWords: 1, growth: .doubling)
    }
  }
}

extension MessageBuilder {
  /// The message as another program would get it.
  func reread(packed: Bool = false, options: ReaderOptions = ReaderOptions()) throws -> Message {
    packed
      ? try Message(packed: packedBytes(), options: options)
      : try Message(bytes(), options: options)
  }

  /// The number of segments so far.
  var segmentCount: Int { get throws { unsafe try withSegments { unsafe $0.count } } }
}
