/// Splits a stream of texts, which comes in pieces of any size, into single ones.
///
/// Append each piece, and take what is complete until `next()` gives nil; at the end of the stream
/// `finish()` gives what is not.
public struct TextSplitter: Sendable {
  /// How large a single text may be.
  ///
  /// The threat is a stream that never closes its parenthesis.
  public var maximumTextBytes = 1 << 28

  /// The line of the stream on which the last text began that was given out, counted from one.
  public private(set) var line = 1

  private var nextLine = 1
  private var bytes: [UInt8] = []
  private var start = 0
  private var position = 0
  private var scan = TextScan()

  /// A splitter for the beginning of a stream.
  public init() {}

  /// Takes the next piece of the stream.
  public mutating func append(_ piece: some Collection<UInt8>) {
    if start > bytes.count / 2 {
      bytes.removeFirst(start)
      position -= start
      start = 0
    }
    bytes += piece
  }

  /// The next text that is complete; nil until there is more of the stream.
  ///
  /// - Throws: `CapnProtoError` when a text is larger than `maximumTextBytes`.
  public mutating func next() throws(CapnProtoError) -> [UInt8]? {
    while position < bytes.count {
      let byte = bytes[position]
      scan.pass(byte)
      position += 1
      if byte == 0x0A { nextLine += 1 }
      if scan.isBlank { (start, line) = (position, nextLine) }
      if scan.isComplete { return take() }
    }
    guard position - start <= maximumTextBytes else {
      throw CapnProtoError(
        .messageTooLarge,
        "a text is larger than the \(maximumTextBytes) bytes of `maximumTextBytes`")
    }
    return nil
  }

  /// What is left at the end of the stream, which is no complete text; nil when there is nothing.
  public mutating func finish() -> [UInt8]? { scan.isBlank ? nil : take() }

  private mutating func take() -> [UInt8] {
    let text = Array(bytes[start..<position])
    start = position
    scan = TextScan()
    return text
  }
}
