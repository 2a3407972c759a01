/// Splits a stream of values in text or JSON, which comes in pieces of any size, into single ones.
///
/// Append each piece, and take what is complete until `next()` gives nil; at the end of the stream
/// `finish()` gives what is not.
public struct ValueSplitter: Sendable {
  /// How large a single value may be.
  ///
  /// The threat is a stream that never closes its bracket.
  public var maximumValueBytes = 1 << 28

  /// The line of the stream on which the last value began that was given out, counted from one.
  public private(set) var line = 1

  private var nextLine = 1
  private var bytes: [UInt8] = []
  private var start = 0
  private var position = 0
  private var scan = ValueScan()

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

  /// The next value that is complete; nil until there is more of the stream.
  ///
  /// - Throws: `CapnProtoError` when a value is larger than `maximumValueBytes`.
  public mutating func next() throws(CapnProtoError) -> [UInt8]? {
    while position < bytes.count {
      let byte = bytes[position]
      scan.pass(byte)
      position += 1
      if byte == 0x0A { nextLine += 1 }
      if scan.isBlank { (start, line) = (position, nextLine) }
      if scan.isComplete { return take() }
    }
    guard position - start <= maximumValueBytes else {
      throw CapnProtoError(
        .messageTooLarge,
        "a value is larger than the \(maximumValueBytes) bytes of `maximumValueBytes`")
    }
    return nil
  }

  /// What is left at the end of the stream, which is no complete value; nil when there is nothing.
  public mutating func finish() -> [UInt8]? { scan.isBlank ? nil : take() }

  /// How many bytes there are that no value was made of yet.
  package var unreadCount: Int { bytes.count - start }

  /// Gives out all of these, whether they are complete or not.
  package mutating func takeUnread() -> [UInt8] {
    position = bytes.count
    return take()
  }

  private mutating func take() -> [UInt8] {
    let value = Array(bytes[start..<position])
    start = position
    scan = ValueScan()
    return value
  }
}
