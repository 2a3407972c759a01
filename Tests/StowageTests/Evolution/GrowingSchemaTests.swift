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

  /// A thousand pointers that all lead to the same mebibyte must not become a gibibyte.
  @Test func manyPointersToOneThingAreNotCopiedWithoutBound() throws {
    let (pointers, bytes) = (1000, 1 << 20)
    var words = [UInt64(pointers) << 48]
    for slot in 0..<pointers {
      words.append(UInt64(pointers - slot - 1) << 2 | 1 | 2 << 32 | UInt64(bytes) << 35)
    }
    words += Array(repeating: .max, count: bytes / 8)
    let data = unsafe words.withUnsafeBytes { unsafe Data($0) }
    let registry = SchemaRegistry()
    try registry.parse(text: "@0xdfc3d1e6f4a2b10a; struct Root { first @0 :Text; }")
    guard case .structure(let schema)? = registry.declaration(named: "Root") else {
      Issue.record("the struct is needed")
      return
    }
    let error = #expect(throws: CapnProtoError.self) {
      try UnknownFields(in: Message(flat: data).root(schema))
    }
    #expect(error?.message.contains("traversal limit") == true)
  }

  private func schema(_ bed: String, _ shelf: String, _ more: String) throws -> StructSchema {
    let registry = SchemaRegistry()
    try registry.parse(
      text: """
        @0xdfc3d1e6f4a2b10b;
        struct Root {
          union {
            bed :group { number @0 :UInt8; note @1 :Text; \(bed) }
            shelf :group { level @2 :UInt8; place @3 :Text; \(shelf) }
            none @4 :Void;
          }
          \(more)
        }
        """)
    guard case .structure(let schema)? = registry.declaration(named: "Root") else {
      throw CapnProtoError(.malformed, "there is no Root")
    }
    return schema
  }

  /// Both groups have grown, and what they have grown by lies in the same place.
  @Test func aGroupDoesNotGetWhatAnotherOneHasGrownBy() throws {
    let older = try schema("", "", "")
    let newer = try schema("soil @5 :Text;", "shade @6 :Text;", "more @7 :Text;")
    let written = MessageBuilder()
    try written.initRoot(newer).set([
      "bed": .dictionary(["number": .uint(3), "soil": .string("sand")]), "more": .string("kept"),
    ])
    let unknown = try UnknownFields(in: written.snapshot().root(older))
    func restored(_ content: [String: PlainValue]) throws -> [String: PlainValue] {
      let copy = MessageBuilder()
      try copy.initRoot(older).set(content)
      try unknown.restore(at: copy.root, as: older)
      return try copy.snapshot().root(newer).dictionary()
    }
    let same = try restored(["bed": .dictionary(["number": .uint(4)])])
    #expect(
      same == [
        "bed": .dictionary(["number": .uint(4), "soil": .string("sand")]), "more": .string("kept"),
      ])
    // Nothing tells the soil from the shade, so it is left out with all that is unknown.
    let other = try restored(["shelf": .dictionary(["level": .uint(4)])])
    #expect(other == ["shelf": .dictionary(["level": .uint(4)])])
    // What is no group cannot have grown.
    #expect(try restored(["none": .null]) == ["none": .null, "more": .string("kept")])
  }
}
