import CapnProto
import CapnProtoCompiler
import Foundation
import Stowage
import Testing

/// Schemas that grow at random: an older program that copies each field that it knows, and puts back
/// what it does not know, changes nothing.
struct GrowingSchemaTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func anOlderProgramChangesNothing(_ seed: UInt64) throws {
    var random = SplitMix(state: seed &* 7919)
    var text = GrowingSchema(using: &random)
    let older = try text.load()
    for _ in 0..<Int.random(in: 0..<9, using: &random) { text.grow(using: &random) }
    if Bool.random(using: &random) { text.makeStructs() }
    let newer = try text.load()
    var unknown = 0
    for _ in 0..<12 {
      let written = MessageBuilder()
      try written.initRoot(newer).set(newer.randomContent(0, using: &random))
      let message = try written.snapshot(options: .trusted)

      let known = try message.root(older)
      let fields = try UnknownFields(in: known)
      let copy = MessageBuilder()
      try copy.initRoot(older).set(known.dictionary())
      try fields.restore(at: copy.root, as: older)
      unknown += fields.isEmpty ? 0 : 1
      let codec = TextCodec()
      try #require(
        try codec.encode(copy.root(newer).asReader) == codec.encode(message.root(newer)))
      // Numbers that became structs may still be a list of numbers where there is nothing more.
      if text.isGrown { continue }
      try #require(
        try copy.root.asReader.get(AnyStruct.self).canonicalBytes()
          == message.root(newer)._raw.canonicalBytes())
    }
    #expect(older.layout == newer.layout || unknown > 0)
  }

  @Test func damagedMessagesDoNoHarm() throws {
    var random = SplitMix(state: 5)
    var text = GrowingSchema(using: &random)
    let older = try text.load()
    for _ in 0..<8 { text.grow(using: &random) }
    let newer = try text.load()
    let written = MessageBuilder()
    try written.initRoot(newer).set(newer.randomContent(0, using: &random))
    let bytes = try written.flatBytes()
    var refused = 0
    for _ in 0..<2000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1..<4, using: &random) {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      do {
        let fields = try UnknownFields(in: Message(flat: damaged).root(older))
        let copy = MessageBuilder()
        try copy.initRoot(older)
        try fields.restore(at: copy.root, as: older)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100)
  }
}
