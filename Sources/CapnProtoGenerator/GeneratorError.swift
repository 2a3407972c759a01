/// Why no code was generated.
public struct GeneratorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of failure.
  public var code: Code

  /// What is wrong, where, and what to do about it.
  public var message: String

  /// A kind of failure.
  public enum Code: Hashable, Sendable {
    /// The command line, or an option, is not understood.
    case usage
    /// The request is not what `capnp compile` writes.
    case malformedRequest
    /// A schema asks for something that Swift code cannot express.
    case unsupported
    /// The `capnp` tool is missing or refused the schema.
    case tool
    /// A file cannot be read or written.
    case file
  }

  /// Makes an error of a kind with a message.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
