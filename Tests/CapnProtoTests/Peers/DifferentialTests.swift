import CapnProto
import Foundation
import Testing

/// Whether pycapnp and the `capnp` tool find in our messages what we find in theirs, and what we
/// put into ours.
///
/// Every message is random. The seed is printed; `STOWAGE_TEST_SEED` in the environment repeats it,
/// and `STOWAGE_PEER_MESSAGES` makes more than the usual few for each type.
@Suite(.timeLimit(.minutes(60)))
struct DifferentialTests {
  private static let noPycapnp: Comment =
    "SKIPPED: pycapnp is not here; Tests/Interop/setup gets it, and says what is in the way"

  @Test(
    .enabled(if: ForeignPeer.hasPycapnp, noPycapnp), arguments: PeerRoot.all)
  func theirMessagesSurvive(root: PeerRoot) throws {
    let run = try PeerRun(root)
    try run.expectRandomMessages()
    for index in 0..<PeerRun.count {
      for (kind, builder) in builders {
        let read = try message(Data(contentsOf: run.url("expected", index, kind)), kind)
        let held = try root.fill(builder, from: read, by: run.hand(index))
        try run.write(bytes(builder, kind), "actual", index, kind)
        // What our getters give, as JSON, is compared with what pycapnp's give.
        try run.write(Data("\(held)\n".utf8), "actual", index, "json")
        let canonical = try Data(contentsOf: run.url("expected", index, "canonical"))
        #expect(try read.root.get(AnyStruct.self).canonicalBytes() == canonical, PeerRun.repeatIt)
      }
    }
    expectNoDifference { try run.compare("actual") }

    for index in 0..<PeerRun.count {
      let (kind, builder) = builders[index % builders.count]
      let read = try message(Data(contentsOf: run.url("expected", index, kind)), kind)
      let values = try root.copyValue(into: builder, from: read)
      #expect(values.before == values.after, PeerRun.repeatIt)
      try run.write(bytes(builder, kind), "values", index, kind)
    }
    // A value does not tell null from empty, or from a default.
    expectNoDifference { try run.compare("values", "--values") }
  }

  @Test(
    .enabled(if: ForeignPeer.hasPycapnp, noPycapnp), arguments: PeerRoot.all)
  func theyReadWhatWeMeant(root: PeerRoot) throws {
    let run = try PeerRun(root)
    for index in 0..<PeerRun.count {
      for (kind, builder) in builders {
        let meant = try root.fill(builder, from: nil, by: run.hand(index))
        try run.write(bytes(builder, kind), "actual", index, kind)
        try run.write(Data("\(meant)\n".utf8), "expected", index, "json")
        let canonical = try builder.snapshot().root.get(AnyStruct.self).canonicalBytes()
        try run.write(canonical, "expected", index, "canonical")
      }
    }
    expectNoDifference { try run.compare("actual") }
  }

  /// Only the `capnp` tool, which is always here.
  @Test(arguments: PeerRoot.all) func theToolMakesTheSameBytes(root: PeerRoot) throws {
    let run = try PeerRun(root)
    for index in 0..<PeerRun.count {
      let source = MessageBuilder(firstSegmentWords: 1 + index % 9, growth: .fixed)
      let meant = try root.fill(source, from: nil, by: run.hand(index))
      // As the tool lays a message out: a copy, here in one segment.
      let builder = MessageBuilder(firstSegmentWords: 1 << 20)
      try builder.setRoot(source.root.asReader)
      let oneSegment = ["--segment-size=\(1 << 20)"]
      for (format, input) in try [("binary", source.bytes()), ("packed", source.packedBytes())] {
        #expect(
          try ForeignPeer.convert(input, "\(format):binary", options: oneSegment)
            == builder.bytes(), PeerRun.repeatIt)
        #expect(
          try ForeignPeer.convert(input, "\(format):packed", options: oneSegment)
            == builder.packedBytes(), PeerRun.repeatIt)
      }
      let canonical = try source.snapshot().root.get(AnyStruct.self).canonicalBytes()
      let theirs = try ForeignPeer.convert(source.bytes(), "binary:canonical")
      #expect(canonical == theirs, PeerRun.repeatIt)
      #expect(try ForeignPeer.convert(builder.flatBytes(), "flat:canonical") == theirs)

      let framed =
        unsafe Data([0, 0, 0, 0])
        + withUnsafeBytes(of: UInt32(theirs.count / 8).littleEndian) { unsafe Data($0) }
      let back = try Message(framed + theirs)
      #expect(try back.isCanonical)
      let held = try root.fill(MessageBuilder(), from: back, by: run.hand(index))
      #expect(held == meant, PeerRun.repeatIt)
    }
  }

  /// Messages to be written, each in another encoding.
  private var builders: [(kind: String, builder: MessageBuilder)] {
    [
      ("binary", MessageBuilder()), ("packed", MessageBuilder(firstSegmentWords: 64)),
      ("segmented", MessageBuilder(firstSegmentWords: 3, growth: .fixed)),
    ]
  }

  private func message(_ bytes: Data, _ kind: String) throws -> Message {
    kind == "packed" ? try Message(packed: bytes) : try Message(bytes)
  }

  private func bytes(_ builder: MessageBuilder, _ kind: String) throws -> Data {
    kind == "packed" ? try builder.packedBytes() : try builder.bytes()
  }

  private func expectNoDifference(_ compare: () throws -> Void) {
    do { try compare() } catch {
      Issue.record(Comment(rawValue: "\(PeerRun.repeatIt.rawValue)\n\(error)"))
    }
  }
}
