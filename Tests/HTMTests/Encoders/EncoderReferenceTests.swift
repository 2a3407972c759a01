import Foundation
import HTM
import Stowage
import Testing

/// Files of the real NuPIC are read, and encode as they did there.
struct EncoderReferenceTests {
  @Test(arguments: EncoderCase.all, [true, false])
  func filesGoOn(_ test: EncoderCase, _ packed: Bool) throws {
    guard let message = try test.message(packed: packed) else { return }
    let outputs = try test.expected["next_after_load"].items
    func go<Value: InputEncoder & Serializable>(_ type: Value.Type) throws {
      let root = try message.root(Value.Proto.self)
      var encoder = try Value.read(root)
      #expect(encoder.width == (try test.expected["width_after_load"].int))
      // As it was read, and as it is saved and read once more.
      let builder = MessageBuilder()
      try encoder.write(builder.initRoot(Value.Proto.self))
      var again = try Value.read(Message(builder.bytes()).root(Value.Proto.self))
      #expect(again == encoder)
      try EncoderCase.expect(&encoder, test.inputs["probe"].items, outputs)
      try EncoderCase.expect(&again, test.inputs["probe"].items, outputs)
    }
    try go(test.type)
  }

  @Test(arguments: EncoderCase.all)
  func filesAreSavedAsTheyWere(_ test: EncoderCase) throws {
    let original = try #require(
      try test.message(packed: true) ?? test.message(packed: false))
    func go<Value: InputEncoder & Serializable & Hashable>(_ type: Value.Type) throws {
      let builder = MessageBuilder()
      try Value.copy(original, builder)
      let again = try Message(builder.bytes())
      #expect(try Value.areEqual(again, original))
      // NuPIC has buckets in the order of a dictionary, rounds logarithms when it reads them, and has
      // two structs for one type.
      let isExact: Set = [
        "encoder_adaptive_scalar", "encoder_category", "encoder_coordinate", "encoder_date",
        "encoder_delta", "encoder_scalar", "encoder_sdr_category", "encoder_pass_through",
        "encoder_geospatial",
      ]
      guard isExact.contains(where: { test.name.hasPrefix($0) }) else { return }
      #expect(try Value.canonical(again) == Value.canonical(original))
    }
    try go(test.type)
  }

  @Test(arguments: EncoderCase.all)
  func archivesLoseNothing(_ test: EncoderCase) throws {
    let registry = TypeRegistry()
    try registry.registerHTM()
    func go<Value: InputEncoder & Serializable & Hashable>(_ type: Value.Type) throws {
      guard var encoder = try test.encoder() as? Value else { return }
      for input in try test.inputs["probe"].items {
        _ = try? encoder.encode(EncoderCase.input(input, for: encoder))
      }
      if let saved = Self.archived(encoder) { #expect(try saved() == AnyHashable(encoder)) }
    }
    try go(test.type)
  }

  private static func archived(_ encoder: any InputEncoder) -> (() throws -> AnyHashable)? {
    func copy<Value: Archivable & Hashable>(_ value: Value) -> () throws -> AnyHashable {
      {
        let builder = MessageBuilder()
        try value.writeArchive(builder.initRoot(Value.ArchiveReader.Struct.self))
        let root = try Message(builder.bytes()).root(Value.ArchiveReader.Struct.self)
        return AnyHashable(try Value.readArchive(root))
      }
    }
    guard let encoder = encoder as? any (Archivable & Hashable) else { return nil }
    return copy(encoder)
  }

  /// Decoding, guesses and descriptions, where a case has them.
  @Test(arguments: EncoderCase.all)
  func whatBitsSayIsWhatNuPICSays(_ test: EncoderCase) throws {
    let expected = try test.expected
    guard expected.has("more"), !(try expected["more"].items.isEmpty) else { return }
    var encoder = try test.encoder()
    for input in try test.inputs["probe"].items {
      let input = try EncoderCase.input(input, for: encoder)
      _ = try? encoder.encode(input)
      _ = try? encoder.bucketIndices(of: input)
    }
    try EncoderSayings.expect(&encoder, expected["more"].items)
  }

  /// Encoders that are made here from the same parameters are those of NuPIC that were never saved.
  @Test(arguments: EncoderCase.all)
  func madeFromParametersTheyAreTheSame(_ test: EncoderCase) throws {
    let expected = try test.expected
    guard expected.has("kind") else { return }
    var encoder = try EncoderMaking.make(expected["kind"].string, expected["params"])
    #expect(encoder.width == (try expected["width"].int))
    for input in try test.inputs["train"].items {
      _ = try? encoder.encode(EncoderCase.input(input, for: encoder))
    }
    if try expected["learning_off"].bool { encoder.learningEnabled = false }
    if let adaptive = encoder as? AdaptiveScalarEncoder { try expectSaved(adaptive, test) }
    if let delta = encoder as? DeltaEncoder { try expectSaved(delta, test) }
    try EncoderCase.expect(
      &encoder, test.inputs["probe"].items, expected["next_never_saved"].items)
    try EncoderSayings.expect(&encoder, expected["more_never_saved"].items)
  }

  /// Checks that an encoder is saved as NuPIC saved it.
  private func expectSaved<Value: InputEncoder & Serializable>(
    _ encoder: Value, _ test: EncoderCase
  ) throws {
    let file = try #require(try test.message(packed: true) ?? test.message(packed: false))
    let builder = MessageBuilder()
    try encoder.write(builder.initRoot(Value.Proto.self))
    #expect(try Value.canonical(Message(builder.bytes())) == Value.canonical(file))
  }

  /// Encoders that have too little to encode by fail as NuPIC's do, and learn as these.
  @Test(arguments: 0..<5)
  func withoutARangeTheyFailAlike(_ number: Int) throws {
    let run = try Reference("runs_encoders/without_range.json")[number]
    func go<Value: InputEncoder & Archivable & Hashable>(_ encoder: Value) throws {
      var encoder = encoder
      encoder.learningEnabled = try run["learning"].bool
      for (input, output) in try zip(run["inputs"].items, run["outputs"].items) {
        try EncoderCase.expect(&encoder, [input], [output])
        #expect(try Self.archived(encoder)?() == AnyHashable(encoder))
      }
    }
    let encoder = try EncoderMaking.make(run["kind"].string, run["params"])
    if let adaptive = encoder as? AdaptiveScalarEncoder { return try go(adaptive) }
    try go(#require(encoder as? DeltaEncoder))
  }
}
