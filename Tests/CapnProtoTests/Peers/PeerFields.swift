import CapnProto
import Testing

/// Gives a value to each field of a struct that is being built, through the generated setters:
/// that of another struct, read through the generated getters, or one at random.
final class PeerFields<Struct: StructType> {
  typealias Reader = Struct.Reader
  typealias Builder = Struct.Builder

  /// What each field holds now.
  private(set) var members: [String: PeerJSON] = [:]
  let source: Reader?
  let target: Builder
  let hand: PeerHand
  /// Whether the next field is the member that was chosen, so that it cannot be left out.
  private var mustGive = false

  init(source: Reader?, target: Builder, hand: PeerHand) {
    self.source = source
    self.target = target
    self.hand = hand
  }

  func note(_ name: String, _ value: PeerJSON) {
    #expect(members[name] == nil, "\(name) is listed twice")
    members[name] = value
    mustGive = false
  }

  /// Which member of a union is to be set.
  func member<Tag: EnumType>(_ tag: KeyPath<Reader, Tag>, of known: [Tag]) -> Tag {
    mustGive = source == nil
    return source?[keyPath: tag] ?? hand.choice(known)
  }

  func void(_ name: String, _ set: (Builder) -> Void = { _ in }) {
    set(target)
    note(name, .null)
  }

  func scalar<T: PeerScalar>(
    _ name: String, _ get: KeyPath<Reader, T>, _ set: ReferenceWritableKeyPath<Builder, T>
  ) {
    if let source {
      target[keyPath: set] = source[keyPath: get]
      #expect(target[keyPath: set].json == source[keyPath: get].json)
    } else if mustGive || hand.chance(0.9) {
      target[keyPath: set] = T.random(by: hand)
    }
    note(name, target[keyPath: set].json)
  }

  func text(
    _ name: String, _ has: KeyPath<Reader, Bool>, _ get: (Reader) throws -> Text.Reader,
    _ set: (Builder, String) throws -> Void
  ) throws {
    try give(name, has) {
      let text = try source.map(get)?.string ?? hand.text()
      try set(target, text)
      return .string(text)
    }
  }

  func data(
    _ name: String, _ has: KeyPath<Reader, Bool>, _ get: (Reader) throws -> Bytes.Reader,
    _ set: (Builder, [UInt8]) throws -> Void
  ) throws {
    try give(name, has) {
      let bytes = try source.map { try Array(get($0)) } ?? hand.data()
      try set(target, bytes)
      return .hexadecimal(bytes)
    }
  }

  func object<View: StructReaderView>(
    _ name: String, _ has: KeyPath<Reader, Bool>, _ get: (Reader) throws -> View,
    _ initialize: (Builder) throws -> View.Struct.Builder
  ) throws where View.Struct: PeerStruct {
    try give(name, has, if: hand.mayGoOn()) {
      try View.Struct.fill(initialize(target), from: source.map(get), by: hand)
    }
  }

  func group<View: StructReaderView>(
    _ name: String, _ get: (Reader) -> View, _ make: (Builder) throws -> View.Struct.Builder
  ) throws where View.Struct: PeerStruct {
    try note(name, View.Struct.fill(make(target), from: source.map(get), by: hand))
  }

  /// A list that is set at once, from a collection.
  func list<T: PeerScalar>(
    _ name: String, of type: T.Type, _ has: KeyPath<Reader, Bool>,
    _ get: (Reader) throws -> List<T>.Reader, set: (Builder, [T]) throws -> Void
  ) throws {
    try give(name, has) {
      let values =
        try source.map { try Array(get($0)) }
        ?? (0..<hand.count(upTo: 70)).map { _ in T.random(by: hand) }
      try set(target, values)
      return .array(values.map(\.json))
    }
  }

  /// A list that is made first and filled then.
  func list<T: PeerElement>(
    _ name: String, of type: T.Type, _ has: KeyPath<Reader, Bool>,
    _ get: (Reader) throws -> List<T>.Reader, initialize: (Builder, Int) throws -> List<T>.Builder
  ) throws {
    try give(name, has, if: hand.mayGoOn()) {
      let read = try source.map(get)
      let list = try initialize(target, read?._raw.count ?? hand.count(upTo: 4))
      return try hand.down { try T.fill(list, from: read, by: hand) }
    }
  }

  /// A field whose type is a parameter.
  func parameter<T: PeerPointer>(
    _ name: String, _ type: T.Type, _ has: KeyPath<Reader, Bool>,
    _ get: (Reader) throws -> T.Reader, _ initialize: (Builder) throws -> PointerBuilder
  ) throws {
    try give(name, has, if: T.isPossible && hand.mayGoOn()) {
      try T.make(at: initialize(target), from: source.map(get), by: hand)
    }
  }

  /// A pointer to objects of any type.
  func any<T>(
    _ name: String, _ has: KeyPath<Reader, Bool>, _ get: (Reader) throws -> T,
    _ set: (Builder, T) throws -> Void, make: (PeerHand) throws -> T
  ) throws {
    try give(name, has) {
      try set(target, source.map(get) ?? make(hand))
      return .string("present")
    }
  }

  /// A field that must be null, because a message alone carries no capabilities.
  func none<T>(
    _ name: String, _ has: KeyPath<Reader, Bool>, _ get: (Reader) throws -> T
  ) throws {
    if let source {
      #expect(!source[keyPath: has])
      _ = try get(source)
    }
    note(name, .null)
  }

  /// Gives a value to a pointer field, unless it is null where it comes from, or shall be.
  private func give(
    _ name: String, _ has: KeyPath<Reader, Bool>, if isWanted: @autoclosure () -> Bool = true,
    _ body: () throws -> PeerJSON
  ) throws {
    let wanted = source.map { $0[keyPath: has] } ?? (mustGive || hand.chance(0.85) && isWanted())
    note(name, wanted ? try body() : .null)
    #expect(Struct.Reader(_raw: target._raw.asReader)[keyPath: has] == wanted, "\(name)")
  }
}
