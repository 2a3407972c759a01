public import CapnProto
public import Foundation

/// Compiled schemas, as a code generator or a registry of schemas takes them.
public struct CompiledSchemas: Sendable {
  /// The message that holds the request.
  public let message: Message
  private let bytes: Data

  init(_ bytes: Data) throws(CapnProtoError) {
    self.bytes = bytes
    // Written by this library itself: only its depth follows the text, within the parser's limit.
    message = try Message(bytes, options: .trusted)
  }

  /// The request: every node, and the files that were asked for.
  public var request: Schema.CodeGeneratorRequest.Reader {
    get throws(CapnProtoError) { try message.root(Schema.CodeGeneratorRequest.self) }
  }

  /// The framed bytes of the request, as `capnp compile -o-` prints them.
  public func requestBytes() -> Data { bytes }
}
