// What generic code has to know of a type that it was given.

/// `Optional`, whatever it wraps.
protocol OptionalType { static var wrappedType: Any.Type { get } }

extension Optional: OptionalType {
  static var wrappedType: Any.Type { Wrapped.self }
}

/// A collection whose order says nothing.
protocol UnorderedCollection {
  /// Whether it is written as key, value, key, value.
  static var hasPairs: Bool { get }
}

extension Set: UnorderedCollection {
  static var hasPairs: Bool { false }
}

extension Dictionary: UnorderedCollection {
  static var hasPairs: Bool { true }
}

/// A dictionary whose keys are texts, also where they could be read as numbers.
protocol TextKeyedDictionary {}

extension Dictionary: TextKeyedDictionary where Key == String {}

enum CodableTraits {
  static func isOptional(_ type: Any.Type) -> Bool { type is any OptionalType.Type }

  static func isTextKeyed(_ type: Any.Type) -> Bool { type is any TextKeyedDictionary.Type }

  static func isClass<T>(_ type: T.Type) -> Bool {
    MemoryLayout<T>.size == MemoryLayout<Int>.size && type is AnyClass
  }

  /// The type of the keys by which the standard library encodes dictionaries.
  static let dictionaryKey: (any CodingKey.Type)? = {
    let probe = KeyTypeProbe()
    try? ["": 0].encode(to: probe)
    return probe.found
  }()

  /// How a key of a record stands in a table.
  ///
  /// The standard library gives the key "007" of a dictionary the number 7 as well: where the text
  /// says more than the number, the text is kept.
  static func value(of key: some CodingKey, in type: Any.Type) -> Value {
    let name = key.stringValue
    guard let number = key.intValue else { return .string(name) }
    if Int(name) == number, name != String(number) || isTextKeyed(type) { return .string(name) }
    return .int(Int64(number))
  }
}

/// An encoder that only learns by what keys somebody encodes.
private final class KeyTypeProbe: Encoder {
  var found: (any CodingKey.Type)?
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  private let node = EncodingNode(EncodingState(CodableOptions(), [:]), nil, .none, Void.self)

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    found = type
    // Not by the node's own function, which asks for what is being found out here.
    return KeyedEncodingContainer(KeyedWriter<Key>(node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.unkeyedContainer()
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    node.singleValueContainer()
  }
}
