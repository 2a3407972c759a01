internal import CapnProto
internal import Foundation

/// Messages that come in one by one.
///
/// No more than one message is kept in memory, and what came of the next.
protocol MessageInput {
  /// The next message; nil at the end of the input.
  mutating func next(_ console: Console) throws(StowFailure) -> Message?
}

extension MessageFormat {
  /// Reads messages of this format; the readable ones need a schema.
  func input(_ schema: StructSchema?, _ options: ReaderOptions) -> any MessageInput {
    switch (self, schema) {
    case (.text, let schema?): text(schema, options)
    case (.json, let schema?): json(schema, options)
    case (.packed, _): FramedInput(packed: true, options)
    case (.flat, _), (.canonical, _): FlatInput(packed: false, options: options)
    case (.flatPacked, _): FlatInput(packed: true, options: options)
    default: FramedInput(packed: false, options)
    }
  }

  private func text(_ schema: StructSchema, _ options: ReaderOptions) -> ValueInput {
    var codec = TextCodec()
    codec.nestingLimit = options.nestingLimit
    return ValueInput { [codec] (bytes) throws(CapnProtoError) in
      try codec.decode(bytes, as: schema)
    }
  }

  private func json(_ schema: StructSchema, _ options: ReaderOptions) -> ValueInput {
    var codec = JSONCodec()
    codec.nestingLimit = options.nestingLimit
    return ValueInput { [codec] (bytes) throws(CapnProtoError) in
      try codec.decode(bytes, as: schema)
    }
  }
}
