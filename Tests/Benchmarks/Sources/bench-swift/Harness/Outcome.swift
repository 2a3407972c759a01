/// What a run amounts to.
///
/// Two programs that did the same work agree on both numbers.
struct Outcome {
  /// The bytes of all requests and responses as they were written; none in object mode.
  var throughput: UInt64 = 0

  /// The sum of all answers, wrapping.
  var checksum: UInt64 = 0
}

/// A response is not what the request asks for.
struct WrongResponse: Error {}
