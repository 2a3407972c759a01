/// The limits that a message from outside must keep, each with the threat that it meets.
///
/// A message is not checked as a whole when it is opened: its pointers are checked one by one, when
/// they are followed. So a message can do no harm by what it holds, but it could still waste time,
/// stack or memory, and that is what these limits bound.
public struct ReaderOptions: Sendable, Hashable {
  /// How much may be read in all.
  public enum TraversalLimit: Sendable, Hashable {
    /// The larger of 64 MiB and eight times the size of the message.
    case automatic

    /// So many bytes.
    case bytes(UInt64)

    /// As much as a program likes. Only for messages that you trust.
    case unlimited
  }

  /// How many bytes may be read in all, counting again what is read again.
  ///
  /// The threat is amplification: many pointers of a small message can lead to one large list, and
  /// a program that walks through all of it would work for hours. The default grows with the
  /// message, so that a large honest model just loads.
  public var traversalLimit: TraversalLimit

  /// How many levels deep pointers are followed.
  ///
  /// The threat is the stack: a pointer can lead back to the struct that holds it, and a program
  /// that walks a tree by recursion would never come back. Honest messages are rarely deep.
  public var nestingLimit: Int

  /// How large a message may be that says its own size before its bytes are there.
  ///
  /// The threat is memory: a few bytes at the head of a stream, or packed, can claim terabytes.
  /// It is checked before memory is taken. Nil stands for the larger of 1 GiB and, where the size
  /// of the input is known, 32 times that.
  public var maximumMessageBytes: Int?

  /// Whether packed input may be given where unpacked is expected, and the other way round.
  ///
  /// If so, the encoding is found out; if not, the error says which encoding it looks like.
  public var acceptsOtherEncoding: Bool

  /// Makes options; the defaults are safe for any input.
  public init(
    traversalLimit: TraversalLimit = .automatic, nestingLimit: Int = 64,
    maximumMessageBytes: Int? = nil, acceptsOtherEncoding: Bool = false
  ) {
    self.traversalLimit = traversalLimit
    self.nestingLimit = nestingLimit
    self.maximumMessageBytes = maximumMessageBytes
    self.acceptsOtherEncoding = acceptsOtherEncoding
  }

  /// For messages that your own program wrote and that nobody could have changed since.
  public static let trusted = ReaderOptions(
    traversalLimit: .unlimited, nestingLimit: 1000, maximumMessageBytes: .max)
}

extension ReaderOptions {
  /// The traversal limit for a message of a size.
  func traversalWords(messageBytes: Int) -> UInt64 {
    switch traversalLimit {
    case .automatic: max(8 << 20, UInt64(messageBytes))
    case .bytes(let bytes): bytes / 8
    case .unlimited: .max
    }
  }

  /// The most memory that may be taken for a message, out of input of a size where that is known.
  func maximumBytes(inputBytes: Int?) -> Int {
    if let maximumMessageBytes { return maximumMessageBytes }
    let (scaled, overflow) = (inputBytes ?? 0).multipliedReportingOverflow(by: 32)
    return max(1 << 30, overflow ? .max : scaled)
  }
}
