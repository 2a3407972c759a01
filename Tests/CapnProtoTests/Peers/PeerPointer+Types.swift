import CapnProto
import Testing

/// What a list holds as pointers one by one, each of which can be null.
protocol PeerListed: PeerPointer
where ListReader == PointerListReader<Self>, ListBuilder == PointerListBuilder<Self> {
  /// What a null pointer in a list reads as.
  static var nullElement: PeerJSON { get }
}

extension PeerListed {
  static func fill(
    _ list: ListBuilder, from source: ListReader?, by hand: PeerHand
  ) throws -> PeerJSON {
    try .array(
      list.indices.map { index in
        guard source?.has(at: index) ?? (isPossible && hand.chance(0.9)) else {
          #expect(!list.has(at: index))
          return nullElement
        }
        return try make(at: list.pointer(at: index), from: source?[index], by: hand)
      })
  }
}

extension Text: PeerListed {
  static var nullElement: PeerJSON { .string("") }

  static func make(
    at pointer: PointerBuilder, from source: Reader?, by hand: PeerHand
  ) throws -> PeerJSON {
    let text = source?.string ?? hand.text()
    let utf8 = Array(text.utf8)
    let target = try pointer.initialize(Text.self, count: utf8.count)
    unsafe target.withMutableUTF8 { _ = unsafe $0.update(fromContentsOf: utf8) }
    return .string(text)
  }
}

extension Bytes: PeerListed {
  static var nullElement: PeerJSON { .string("") }

  static func make(
    at pointer: PointerBuilder, from source: Reader?, by hand: PeerHand
  ) throws -> PeerJSON {
    let bytes = source.map(Array.init) ?? hand.data()
    let target = try pointer.initialize(Bytes.self, count: bytes.count)
    for (index, byte) in bytes.enumerated() { target[index] = byte }
    return .hexadecimal(bytes)
  }
}

extension List: PeerElement where Element: PeerElement {}
extension List: PeerPointer where Element: PeerElement {}
extension List: PeerListed where Element: PeerElement {
  static var nullElement: PeerJSON { .array([]) }

  static func make(
    at pointer: PointerBuilder, from source: Reader?, by hand: PeerHand
  ) throws -> PeerJSON {
    let count = source?._raw.count ?? hand.count(upTo: 4)
    let target = try pointer.initialize(Self.self, count: count)
    return try hand.down { try Element.fill(target, from: source, by: hand) }
  }
}

extension AnyPointer: PeerListed {
  static var nullElement: PeerJSON { .string("present") }

  static func make(
    at pointer: PointerBuilder, from source: Reader?, by hand: PeerHand
  ) throws -> PeerJSON {
    try pointer.set(source ?? hand.anything([.structure, .list]))
    return .string("present")
  }
}

extension Capability: PeerListed {
  static var isPossible: Bool { false }
  static var nullElement: PeerJSON { .string("present") }

  static func make(
    at pointer: PointerBuilder, from source: Reader?, by hand: PeerHand
  ) throws -> PeerJSON {
    Issue.record("a capability in a message alone")
    return .null
  }
}
