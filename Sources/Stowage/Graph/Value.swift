public import Foundation

/// A value of any kind: what JSON, property lists, pickle and Torch can hold, and more.
///
/// Numbers are exact, bytes are bytes, and tables have keys of any kind. What is to be the same
/// thing in several places, or to lead back to itself, goes into a ``Reference``.
///
/// <!-- snippet: values -->
/// ```swift
/// let value: Value = ["name": "sample", "sizes": [1, 2.5, nil], "raw": .bytes(Data([0xFF]))]
/// let bytes = try serialize(value, format: .json)
/// let same = try deserialize(bytes)
/// ```
///
/// Two values are equal when their bytes would be: not a number equals itself, and `0.0` is not
/// `-0.0`. References are equal when they are the same one; ``isEquivalent(to:registry:)``
/// compares what they lead to.
public enum Value: Hashable {
  /// Nothing.
  case null

  /// True or false.
  case bool(Bool)

  /// A whole number.
  case int(Int64)

  /// A whole number, for those that are too large for `int`.
  case uint(UInt64)

  /// A number with a fraction, not a number, or infinite.
  case double(Double)

  /// Text.
  case string(String)

  /// Bytes.
  case bytes(Data)

  /// A point in time.
  case date(Date)

  /// Values in order.
  case array([Value])

  /// Values by keys, in the order in which they were put in.
  indirect case table(Table)

  /// Numbers in any number of dimensions.
  indirect case tensor(Tensor)

  /// An object of a registered type.
  case object(Instance)

  /// A registered type itself.
  indirect case type(TypeID)

  /// Something that may be in several places.
  case reference(Reference)
}

extension Value {
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.uint(let left), .uint(let right)): left == right
    case (.double(let left), .double(let right)): left.bitPattern == right.bitPattern
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.bytes(let left), .bytes(let right)): left == right
    case (.date(let left), .date(let right)):
      left.timeIntervalSinceReferenceDate.bitPattern
        == right.timeIntervalSinceReferenceDate.bitPattern
    case (.array(let left), .array(let right)): left == right
    case (.table(let left), .table(let right)): left == right
    case (.tensor(let left), .tensor(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    case (.type(let left), .type(let right)): left == right
    case (.reference(let left), .reference(let right)): left == right
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(value)
    case .uint(let value): hasher.combine(value)
    case .double(let value): hasher.combine(value.bitPattern)
    case .string(var value):
      value.withUTF8 { bytes in unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
    case .bytes(let value): hasher.combine(value)
    case .date(let value): hasher.combine(value.timeIntervalSinceReferenceDate.bitPattern)
    case .array(let values): hasher.combine(values)
    case .table(let table): hasher.combine(table)
    case .tensor(let tensor): hasher.combine(tensor)
    case .object(let instance): hasher.combine(instance)
    case .type(let id): hasher.combine(id)
    case .reference(let reference): hasher.combine(reference)
    }
  }
}

extension Value: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: Value...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (Value, Value)...) { self = .table(Table(elements)) }
}

extension Value {
  /// A whole number of any width, as `int` where it fits there.
  public init(_ number: some FixedWidthInteger) {
    if let small = Int64(exactly: number) {
      self = .int(small)
    } else if let large = UInt64(exactly: number) {
      self = .uint(large)
    } else {
      self = .double(Double(number))
    }
  }

  /// The value of a key, or nil where this is no table or has no such key.
  public subscript(key: Value) -> Value? {
    if case .table(let table) = self { table[key] } else { nil }
  }

  /// The value at a place, or nil where this is no array or shorter.
  public subscript(index: Int) -> Value? {
    if case .array(let values) = self, values.indices.contains(index) { values[index] } else { nil }
  }

  /// The number, where this is a whole one that fits.
  public var int: Int? {
    switch self {
    case .int(let value): Int(exactly: value)
    case .uint(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The number, where this is one; whole ones only where they are exact.
  public var double: Double? {
    switch self {
    case .double(let value): value
    case .int(let value): Double(exactly: value)
    case .uint(let value): Double(exactly: value)
    default: nil
    }
  }

  /// The truth, where this is one.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The text, where this is text.
  public var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The bytes, where this is bytes.
  public var bytes: Data? { if case .bytes(let value) = self { value } else { nil } }

  /// The point in time, where this is one.
  public var date: Date? { if case .date(let value) = self { value } else { nil } }

  /// The values, where this is an array.
  public var array: [Value]? { if case .array(let value) = self { value } else { nil } }

  /// The table, where this is one.
  public var table: Table? { if case .table(let value) = self { value } else { nil } }

  /// The tensor, where this is one.
  public var tensor: Tensor? { if case .tensor(let value) = self { value } else { nil } }

  /// The object, where this is one of a type.
  public func object<Object>(as type: Object.Type = Object.self) -> Object? {
    if case .object(let instance) = self { instance.object as? Object } else { nil }
  }

  /// Whether this is nothing.
  public var isNull: Bool { if case .null = self { true } else { false } }
}
