import CapnProto
import Foundation

/// Every message is written to bytes and read back from there.
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

  for _ in 0..<iterations {
    let (request, response) = messages ?? (MessageBuilder(), MessageBuilder())

    let answer = try workload.fill(request, &random)
    let requestBytes = try packed ? request.packedBytes() : request.bytes()
    outcome.throughput += UInt64(requestBytes.count)

    let received = try packed ? Message(packed: requestBytes) : Message(requestBytes)
    try workload.handle(received, response)
    let responseBytes = try packed ? response.packedBytes() : response.bytes()
    outcome.throughput += UInt64(responseBytes.count)

    let returned = try packed ? Message(packed: responseBytes) : Message(responseBytes)
    guard try workload.check(returned, answer) else { throw WrongResponse() }
    outcome.checksum &+= answer
    if reuse {
      request.reset()
      response.reset()
    }
  }
  return outcome
}
