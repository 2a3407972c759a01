/// A property of a value that contains its own type: it is kept on the heap.
@propertyWrapper
public indirect enum Indirect<Wrapped> {
  /// The only case; its payload is what makes the type one of finite size.
  case boxed(Wrapped)

  /// Keeps a value.
  public init(wrappedValue: Wrapped) { self = .boxed(wrappedValue) }

  /// The value.
  public var wrappedValue: Wrapped {
    get {
      switch self {
      case .boxed(let value): value
      }
    }
    set { self = .boxed(newValue) }
  }
}

extension Indirect: Sendable where Wrapped: Sendable {}
extension Indirect: Equatable where Wrapped: Equatable {}
extension Indirect: Hashable where Wrapped: Hashable {}

// Encodes as the property would without the wrapper.
extension Indirect: Encodable where Wrapped: Encodable {
  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

extension Indirect: Decodable where Wrapped: Decodable {
  public init(from decoder: any Decoder) throws { self = .boxed(try Wrapped(from: decoder)) }
}

extension KeyedEncodingContainer {
  /// Leaves out a nil, as for a property without the wrapper.
  public mutating func encode<Value: Encodable>(
    _ value: Indirect<Value?>, forKey key: Key
  ) throws {
    try encodeIfPresent(value.wrappedValue, forKey: key)
  }
}

extension KeyedDecodingContainer {
  /// Takes an absent key for nil, as for a property without the wrapper.
  public func decode<Value: Decodable>(
    _ type: Indirect<Value?>.Type, forKey key: Key
  ) throws -> Indirect<Value?> {
    Indirect(wrappedValue: try decodeIfPresent(Value.self, forKey: key))
  }
}
