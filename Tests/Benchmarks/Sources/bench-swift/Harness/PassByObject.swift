import CapnProto

/// The size of the first segment of a builder that is used again and again, in words.
let scratchWords = 128 * 1024

/// The server reads the client's builder, and the client the server's: nothing is written.
func passByObject(_ workload: Workload, reuse: Bool, iterations: Int) throws -> Outcome {
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
    guard let answer = try workload.passByObject(request, response, &random) else {
      throw WrongResponse()
    }
    outcome.checksum &+= answer
    if reuse {
      request.reset()
      response.reset()
    }
  }
  return outcome
}
