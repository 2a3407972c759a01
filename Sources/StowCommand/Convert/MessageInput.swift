internal import CapnProto
internal import Foundation

/// Messages that come in one by one.
///
/// No more than one message is kept in memory, and what came of the next.
protocol MessageInput {
  /// The next message; nil at the end of the input.
  mutating func next(_ console: Console) throws(StowFailure) -> Message?

  /// The beginning of a message that is too large to be kept in memory, after which nothing else was
  /// read; nil where there is none.
  var large: LargeValue? { get }
}

extension MessageInput {
  var large: LargeValue? { nil }
}

/// A value of which so much was read that it is better kept in a file.
struct LargeValue {
  let start: Data
  /// The line that it begins on.
  let line: Int
}

extension MessageFormat {
  /// Reads messages of this format; the readable ones need a schema.
  func input(_ schema: StructSchema?, _ options: ReaderOptions) -> any MessageInput {
    switch (self, schema) {
    case (.text, let schema?), (.json, let schema?): ValueInput(ValueDecoder(self, schema, options))
    case (.packed, _): FramedInput(packed: true, options)
    case (.flat, _), (.canonical, _): FlatInput(packed: false, options: options)
    case (.flatPacked, _): FlatInput(packed: true, options: options)
    default: FramedInput(packed: false, options)
    }
  }
}
