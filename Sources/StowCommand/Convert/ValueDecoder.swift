internal import CapnProto
internal import Foundation

/// Makes messages of values that people can read.
struct ValueDecoder {
  private let isJSON: Bool
  private let schema: StructSchema
  private let nestingLimit: Int
  /// The size of the segments of large messages; nil for few of growing size.
  var segmentWords: Int?

  init(_ format: MessageFormat, _ schema: StructSchema, _ options: ReaderOptions) {
    isJSON = format == .json
    self.schema = schema
    nestingLimit = options.nestingLimit
    json.nestingLimit = nestingLimit
    text.nestingLimit = nestingLimit
  }

  private var json = JSONCodec()
  private var text = TextCodec()

  func message(_ value: [UInt8]) throws(CapnProtoError) -> Message {
    isJSON ? try json.decode(value, as: schema) : try text.decode(value, as: schema)
  }

  /// The message of a value that is mapped, as it may be larger than the memory.
  func message(
    mapped value: Data, progress: @escaping (Int) -> Void
  ) throws(CapnProtoError) -> Message {
    let memoryBytes = LargeConversion.largeValueBytes
    let builder = MessageBuilder(spooledAbove: memoryBytes, segmentWords: segmentWords)
    if isJSON {
      return try json.decode(
        spooling: value, as: schema, builder: builder, memoryBytes: memoryBytes,
        progress: progress)
    }
    return try text.decode(
      spooling: value, as: schema, builder: builder, memoryBytes: memoryBytes, progress: progress)
  }

  /// An error in a value that begins on a line of the input.
  static func failure(_ error: CapnProtoError, line: Int) -> StowFailure {
    .failed(line > 1 ? "in the value that begins on line \(line): \(error)" : "\(error)")
  }
}
