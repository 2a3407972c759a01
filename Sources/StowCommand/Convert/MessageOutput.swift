internal import CapnProto
internal import Foundation

/// Writes messages in a format.
struct MessageOutput {
  let format: MessageFormat
  /// What the readable formats need.
  let schema: StructSchema?
  /// Whether readable output is on one line.
  let isShort: Bool
  /// The size of the segments of framed output; nil for those that builders make by themselves.
  let segmentWords: Int?

  /// How deep structs and lists may lie in one another.
  var nestingLimit = 64
  /// Whether a number of single precision in text has all the digits that it takes.
  var isExact = false

  /// The bytes of a message, with all that separates them from the next one.
  func bytes(of message: Message) throws(CapnProtoError) -> Data {
    switch format {
    case .binary: try copy(message).bytes()
    case .packed: try copy(message).packedBytes()
    case .flat: try single(message).flatBytes()
    case .flatPacked: try PackedWords.pack(single(message).flatBytes())
    case .canonical: try message.root.get(AnyStruct.self).canonicalBytes()
    case .text, .json: try line(readable(message))
    }
  }

  /// A value that is no message, which only the readable formats have.
  func bytes(of value: DynamicValue, _ type: SchemaType) throws(CapnProtoError) -> Data {
    switch format {
    case .json: try line(json.encode(value, type: type))
    default: try line(text.encode(value, type: type))
    }
  }

  private var text: TextCodec {
    var codec = TextCodec(pretty: !isShort)
    codec.exactFloats = isExact
    codec.nestingLimit = nestingLimit
    return codec
  }

  private var json: JSONCodec {
    var codec = JSONCodec()
    codec.pretty = !isShort
    codec.nestingLimit = nestingLimit
    codec.dataEncoding = .array
    return codec
  }

  private func readable(_ message: Message) throws(CapnProtoError) -> String {
    guard let schema else { return "" }
    let root = try message.root(schema)
    return format == .json ? try json.encode(root) : try text.encode(root)
  }

  /// Writes a message in a readable format piece by piece, however large it is.
  func write(
    readable message: Message, pieces body: @escaping ([UInt8]) throws -> Void
  ) throws {
    guard let schema else { return }
    let root = try message.root(schema)
    // It is in no memory, so only what is out of all proportion is refused.
    let (most, overflow) = message.byteCount.multipliedReportingOverflow(by: 256)
    if format == .json {
      var codec = json
      codec.maximumOutputBytes = overflow ? .max : max(codec.maximumOutputBytes, most)
      try codec.encode(root, pieces: body)
    } else {
      var codec = text
      codec.maximumOutputBytes = overflow ? .max : max(codec.maximumOutputBytes, most)
      try codec.encode(root, pieces: body)
    }
    try body([10])
  }

  private func line(_ value: String) -> Data { Data((value + "\n").utf8) }

  private func copy(_ message: Message) throws(CapnProtoError) -> MessageBuilder {
    let builder =
      segmentWords.map { MessageBuilder(firstSegmentWords: $0, growth: .fixed) } ?? MessageBuilder()
    try builder.setRoot(message.root)
    return builder
  }

  private func single(_ message: Message) throws(CapnProtoError) -> MessageBuilder {
    let words = try message.root.totalSize.words
    let builder = MessageBuilder(firstSegmentWords: Int(clamping: words) + 1)
    try builder.setRoot(message.root)
    return builder
  }
}
