internal import Reductions

/// Examples that were taken from files, in memory that is used again.
struct ExampleBatch: Sendable {
  var buffers: [ExampleBuffer] = []
  /// How many of the buffers hold examples.
  var count = 0
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

  /// Whether it is time to hand it over: few enough examples stay in the cache until they are learnt,
  /// and with fewer the threads would spend their time on waking each other.
  var isFull: Bool { count >= 512 || bytes >= 1 << 17 }

  mutating func clear() {
    count = 0
    bytes = 0
    lines.removeAll(keepingCapacity: true)
    failure = nil
    isLast = false
  }

  mutating func add(
    _ text: Span<UInt8>, _ line: Int, _ parser: ExampleParser
  ) throws(ReductionsError) {
    if count == buffers.count { buffers.append(ExampleBuffer()) }
    try parser.parse(text, into: &buffers[count])
    lines.append(line)
    count += 1
    bytes += text.count
  }
}
