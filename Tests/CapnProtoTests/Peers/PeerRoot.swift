import CapnProto
import Foundation

/// A type of everything.capnp, as the root of the messages that go to the peers and come back.
struct PeerRoot: Sendable, CustomStringConvertible {
  /// Its name in the schema.
  let description: String
  private let schemaOfRoot: @Sendable () throws -> StructSchema
  private let filled: @Sendable (MessageBuilder, Message?, PeerHand) throws -> PeerJSON
  private let copied: @Sendable (MessageBuilder, Message) throws -> (Data, Data)

  private init<Value: StructValue>(
    _ type: Value.Type, _ name: String
  ) where Value.Struct: PeerStruct {
    description = name
    schemaOfRoot = { try Value.Struct.structSchema }
    filled = { builder, source, hand in
      let source = try source?.root(Value.Struct.self)
      return try Value.Struct.fill(
        builder.initRoot(Value.Struct.self), from: source, by: hand)
    }
    copied = { builder, source in
      let value = try source.root(as: type)
      try builder.setRoot(value)
      return try (Self.json(value), Self.json(builder.snapshot().root(as: type)))
    }
  }

  /// The schema of the root, for dynamic values.
  var schema: StructSchema { get throws { try schemaOfRoot() } }

  /// Fills a message from another one through getters and setters, or at random, and returns
  /// what it now holds.
  func fill(_ builder: MessageBuilder, from source: Message?, by hand: PeerHand) throws -> PeerJSON
  {
    try filled(builder, source, hand)
  }

  /// Fills a message from another one through a value, and returns the values that both give.
  func copyValue(
    into builder: MessageBuilder, from source: Message
  ) throws -> (before: Data, after: Data) {
    try copied(builder, source)
  }

  /// A value for comparison, in which a NaN is equal to another one.
  private static func json(_ value: some StructValue) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try encoder.encode(value)
  }

  /// Types that together have everything that the schema has.
  static let all = [
    PeerRoot(Scalars.Value.self, "Scalars"),
    PeerRoot(ScalarDefaults.Value.self, "ScalarDefaults"),
    PeerRoot(Pointers.Value.self, "Pointers"),
    PeerRoot(PointerDefaults.Value.self, "PointerDefaults"),
    PeerRoot(Lists.Value.self, "Lists"),
    PeerRoot(Groups.Value.self, "Groups"),
    PeerRoot(NamedUnion.Value.self, "NamedUnion"),
    PeerRoot(UnnamedUnion.Value.self, "UnnamedUnion"),
    PeerRoot(ScalarUnion.Value.self, "ScalarUnion"),
    PeerRoot(Tree.Value.self, "Tree"),
    PeerRoot(Outer.Value.self, "Outer"),
    PeerRoot(Shadow.Value.self, "Shadow"),
    PeerRoot(Generics.Value.self, "Generics"),
  ]
}
