/// What the options mean for a message of a known size.
struct ReadLimits {
  /// How many words may be read in all.
  let traversalWords: UInt64

  /// How many levels deep pointers are followed.
  let nesting: Int

  /// How many bytes a copy in Swift may take for each word that may be read.
  ///
  /// A list of bits as an array of values is 200 times as large as in the message, and that is
  /// honest. A small message that makes gigabytes is not.
  let copiedBytesPerWord: Int

  init(_ options: ReaderOptions, messageBytes: Int) {
    traversalWords = options.traversalWords(messageBytes: messageBytes)
    nesting = options.nestingLimit
    let (scaled, overflow) = UInt64(messageBytes).multipliedReportingOverflow(by: 256)
    let copies = max(64 << 20, overflow ? .max : scaled)
    copiedBytesPerWord = max(8, Int(clamping: copies / max(1, traversalWords)))
  }
}
