import CapnProto

/// Every message is written to memory that is there already, and read back from there.
func passByBytes(
  _ workload: Workload, reuse: Bool, packed: Bool, iterations: Int
) throws -> Outcome {
  var random = Random()
  var outcome = Outcome()
  let messages =
    reuse
    ? (
      MessageBuilder(firstSegmentWords: scratchWords),
      MessageBuilder(firstSegmentWords: scratchWords)
    ) : nil
  let requestChannel = Channel(packed: packed)
  let responseChannel = Channel(packed: packed)

  for _ in 0..<iterations {
    let (request, response) = messages ?? (MessageBuilder(), MessageBuilder())

    let answer = try workload.fill(request, &random)
    outcome.throughput += try requestChannel.send(request)

    try workload.handle(try requestChannel.receive(), response)
    outcome.throughput += try responseChannel.send(response)

    guard try workload.check(try responseChannel.receive(), answer) else { throw WrongResponse() }
    outcome.checksum &+= answer
    if reuse {
      request.reset()
      response.reset()
    }
  }
  return outcome
}

/// A fixed piece of memory that messages pass through, as in the official program.
@safe private final class Channel {
  private let packed: Bool
  private let memory = UnsafeMutableRawBufferPointer.allocate(
    byteCount: 2 * scratchWords * 8, alignment: 8)
  private var count = 0

  init(packed: Bool) { self.packed = packed }

  deinit { unsafe memory.deallocate() }

  func send(_ message: MessageBuilder) throws -> UInt64 {
    count =
      packed
      ? unsafe try message.writePacked(into: memory) : unsafe try message.write(into: memory)
    return UInt64(count)
  }

  func receive() throws -> Message {
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: memory[..<count])
    return packed
      ? unsafe try Message(packed: bytes) : unsafe try Message(unsafeBytesNoCopy: bytes)
  }
}
