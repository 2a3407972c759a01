import CapnProto

/// What a list can hold, as `PeerFields` gives values to it.
protocol PeerElement: ListElement {
  /// Fills a list from another one, or at random, and returns what it now holds.
  static func fill(
    _ list: ListBuilder, from source: ListReader?, by hand: PeerHand
  ) throws -> PeerJSON
}

/// What a pointer leads to, as `PeerFields` gives values to it.
protocol PeerPointer: PointerType, PeerElement {
  /// Whether there can be such an object in a message alone.
  static var isPossible: Bool { get }

  /// Makes an object like another one, or at random, and returns what it now holds.
  static func make(
    at pointer: PointerBuilder, from source: Reader?, by hand: PeerHand
  ) throws -> PeerJSON
}

/// A struct or group whose fields are all listed, for every way to go over them.
protocol PeerStruct: StructType, PeerPointer {
  /// Names each field to `fields`, with its getter and its setter.
  static func each(_ fields: PeerFields<Self>) throws
}

extension PeerPointer {
  static var isPossible: Bool { true }
}

extension PeerStruct {
  /// Fills a struct field by field.
  static func fill(
    _ target: Builder, from source: Reader?, by hand: PeerHand
  ) throws -> PeerJSON {
    let fields = PeerFields<Self>(source: source, target: target, hand: hand)
    try hand.down { try each(fields) }
    return .object(fields.members)
  }

  static func make(
    at pointer: PointerBuilder, from source: Reader?, by hand: PeerHand
  ) throws -> PeerJSON {
    try fill(pointer.initialize(Self.self), from: source, by: hand)
  }

  static func fill(
    _ list: ListBuilder, from source: ListReader?, by hand: PeerHand
  ) throws -> PeerJSON {
    try .array(list.indices.map { try fill(list[$0], from: source?[$0], by: hand) })
  }
}
