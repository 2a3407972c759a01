/// A value as it will stand in a message.
indirect enum WireValue {
  struct Body {
    var data: [UInt8]
    var pointers: [WireValue]
  }

  case null
  case structure(Body)
  /// Bytes; text has its final zero among them.
  case bytes([UInt8])
  /// Elements without pointers, by the code of their size.
  case scalars(code: UInt64, count: Int, [UInt8])
  case pointers([WireValue])
  case structures(dataWords: Int, pointers: Int, [Body])
}
