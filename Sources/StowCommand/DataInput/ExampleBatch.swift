internal import Reductions

/// Examples that were taken from files, in memory that is used again.
struct ExampleBatch: Sendable {
  var examples = ExampleList()
  /// How many bytes of text they are.
  var bytes = 0
  /// Where each of them is, for messages.
  var lines: [Int] = []
  var name = ""
  /// How much of the files was read by then.
  var bytesRead = 0
  /// What ended the examples behind these.
  var failure: StowFailure?
  var isLast = false
  /// Whether more examples are waited for.
  var isAwaited = false

  var count: Int { examples.count }

  /// Whether it is time to hand it over: few enough examples stay in the cache until they are learnt,
  /// and with fewer the threads would spend their time on waking each other.
  var isFull: Bool { count >= 2048 || bytes >= 1 << 19 }

  mutating func clear() {
    examples.removeAll()
    bytes = 0
    lines.removeAll(keepingCapacity: true)
    failure = nil
    isLast = false
    isAwaited = false
  }

  mutating func add(
    _ text: Span<UInt8>, _ range: Range<Int>, _ line: Int, _ parser: ExampleParser
  ) throws(ReductionsError) {
    try parser.parse(text, range, addingTo: &examples)
    lines.append(line)
    bytes += range.count
  }
}
