import CapnProto
import Foundation

/// Values as whole messages of one segment, the form that defaults have in generated code.
enum Encoding {
  /// A message whose root is a list of these bytes.
  static func words(ofBytes bytes: [UInt8]) -> [UInt64] {
    // A list pointer to the word right behind it, with elements of one byte.
    let root: UInt64 = 1 | 2 << 32 | UInt64(bytes.count) << 35
    return [root] + words(bytes)
  }

  /// A message whose root is a copy of what `pointer` leads to.
  static func words(of pointer: AnyPointer.Reader) throws(CapnProtoError) -> [UInt64] {
    try segment { builder throws(CapnProtoError) in try builder.setRoot(pointer) }
  }

  /// The declaration as a framed message, without what depends on where the file lies or on the
  /// version of the tool.
  static func message(
    of node: Schema.Node.Reader, displayName: String, prefixLength: Int
  ) throws(CapnProtoError) -> [UInt64] {
    let draft = MessageBuilder()
    try draft.setRoot(node)
    let copy = try draft.root(Schema.Node.self)
    try copy.setDisplayName(displayName)
    copy.displayNamePrefixLength = UInt32(prefixLength)
    copy.startByte = 0
    copy.endByte = 0
    let finished = copy.asReader
    let body = try segment { builder throws(CapnProtoError) in try builder.setRoot(finished) }
    return [UInt64(body.count) << 32] + body
  }

  /// The only segment of a message that `fill` builds.
  private static func segment(
    _ fill: (MessageBuilder) throws(CapnProtoError) -> Void
  ) throws(CapnProtoError) -> [UInt64] {
    var size = 1024
    while true {
      let builder = MessageBuilder(firstSegmentWords: size)
      try fill(builder)
      let framed = words([UInt8](try builder.bytes()))
      // A message of one segment has a header of one word, whose low half is zero.
      if framed[0] & 0xffff_ffff == 0 { return Array(framed.dropFirst()) }
      size *= 4
    }
  }

  private static func words(_ bytes: [UInt8]) -> [UInt64] {
    stride(from: 0, to: bytes.count, by: 8).map { start in
      bytes[start..<min(start + 8, bytes.count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
