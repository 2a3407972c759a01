import CapnProto

/// One of the official workloads: a client's request, a server's response, the client's check.
///
/// An answer is whatever number the response is about; a signed one is given by its bits.
struct Workload {
  /// Fills a request, and says which answer has to come.
  var fill: (_ request: MessageBuilder, _ random: inout Random) throws -> UInt64

  /// Reads a request and builds the response.
  var handle: (_ request: Message, _ response: MessageBuilder) throws -> Void

  /// Whether the response is right.
  var check: (_ response: Message, _ answer: UInt64) throws -> Bool

  /// All three, the server reading the client's builder and the client the server's.
  ///
  /// Gives the answer, or nil where the response is wrong.
  var passByObject:
    (_ request: MessageBuilder, _ response: MessageBuilder, _ random: inout Random) throws
      -> UInt64?
}
