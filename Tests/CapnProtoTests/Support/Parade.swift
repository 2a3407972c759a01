import CapnProto
import Foundation

/// A few messages that differ in every way that framing and packing know.
enum Parade {
  /// The messages: empty, small, in many segments, with long runs of zeros and of full words.
  static var builders: [MessageBuilder] {
    get throws {
      let small = MessageBuilder()
      try small.initRoot(Pointers.self).setText("a small one")
      let runs = MessageBuilder()
      let numbers = try runs.initRoot(Lists.self).initInt64s(count: 1500)
      for index in 300..<900 { numbers[index] = -1 - Int64(index) }
      numbers[1400] = 1
      let segments = Storage.segmentPerObject.builder
      try segments.initRoot(Lists.self).fillSample()
      return [MessageBuilder(), small, segments, runs]
    }
  }

  /// The bytes of each message.
  static func bytes(packed: Bool) throws -> [[UInt8]] {
    try builders.map { try [UInt8](packed ? $0.packedBytes() : $0.bytes()) }
  }

  /// A number that tells the messages apart.
  static func mark(_ message: Message) throws -> Int {
    let read = try message.root(Lists.self)
    if read._raw.pointerCount == 0 { return 0 }
    if read._raw.pointerCount == Pointers._layout.pointers { return 1 }
    if !read.hasTexts { return try read.int64s[899] == -900 && read.int64s[1400] == 1 ? 3 : -1 }
    try read.expectSample()
    return 2
  }

  /// The marks of all messages in order.
  static let marks = [0, 1, 2, 3]
}
