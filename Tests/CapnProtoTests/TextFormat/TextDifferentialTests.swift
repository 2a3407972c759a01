import CapnProto
import Foundation
import Testing

/// Whether our text is that of the `capnp` tool, over random messages.
///
/// The seed is printed; `STOWAGE_TEST_SEED` in the environment repeats it.
@Suite(.timeLimit(.minutes(60)))
struct TextDifferentialTests {
  @Test(arguments: PeerRoot.all, [true, false])
  func theToolPrintsTheSame(root: PeerRoot, pretty: Bool) throws {
    let messages = try Self.messages(root)
    let codec = TextCodec(pretty: pretty)
    var ours = Data()
    for message in messages {
      ours += try codec.encodeBytes(message.snapshot().root(root.schema)) + [10]
    }
    let theirs = try ForeignPeer.convert(
      Data(messages.map { try $0.bytes() }.joined()), "binary:text", schema: PeerRun.schema,
      type: root.description, options: pretty ? [] : ["--short"])
    expectEqual(ours, theirs)
  }

  @Test(arguments: PeerRoot.all) func theToolReadsTheSame(root: PeerRoot) throws {
    let codec = TextCodec()
    for message in try Self.messages(root) {
      let text = try codec.encode(message.snapshot().root(root.schema))
      guard Self.canBeRead(text) else {
        #expect(throws: CapnProtoError.self) { try codec.decode(text, as: root.schema) }
        continue
      }
      let ours = try codec.decode(text, as: root.schema)
      #expect(try codec.encode(ours.root(root.schema)) == text, PeerRun.repeatIt)
      guard Self.canBeReadByTheTool(text) else { continue }
      let theirs = try ForeignPeer.convert(
        Data(text.utf8), "text:canonical", schema: PeerRun.schema, type: root.description)
      let canonical = try ours.root.get(AnyStruct.self).canonicalBytes()
      #expect(canonical == theirs, PeerRun.repeatIt)
    }
  }

  private static func canBeRead(_ text: String) -> Bool {
    !text.contains("<opaque pointer>") && !text.contains("<external capability>")
  }

  /// The tool takes the parentheses in strings for those around messages, does not know the numbers
  /// that it prints for unknown enumerants, and reads `-0` as `0`.
  private static func canBeReadByTheTool(_ text: String) -> Bool {
    text.firstMatch(of: /"[^"]*[()#][^"]*"|-0[,)\] ]|\([0-9]+\)/) == nil
  }

  /// Random messages.
  ///
  /// The tool ends in the middle of one in which an interface is the member of a union that is set.
  static func messages(_ root: PeerRoot) throws -> [MessageBuilder] {
    let run = try PeerRun(root)
    let messages = try (0..<PeerRun.count * 4).map { index in
      let builder = MessageBuilder()
      _ = try root.fill(builder, from: nil, by: run.hand(index))
      return builder
    }
    return try messages.filter {
      try !TextCodec().encode($0.snapshot().root(root.schema)).contains("<external capability>")
    }
  }

  private func expectEqual(_ ours: Data, _ theirs: Data) {
    guard ours != theirs else { return }
    let (left, right) = (ours.split(separator: 10), theirs.split(separator: 10))
    let index = zip(left, right).prefix { $0 == $1 }.underestimatedCount
    let line = zip(left, right).first { $0 != $1 }
    Issue.record(
      """
      \(PeerRun.repeatIt.rawValue)
      ours: \(line.map { String(decoding: $0.0, as: UTF8.self) } ?? "\(left.count) lines")
      theirs: \(line.map { String(decoding: $0.1, as: UTF8.self) } ?? "\(right.count) lines") \(index)
      """)
  }
}
