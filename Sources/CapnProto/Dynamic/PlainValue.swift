/// A value of a message as plain Swift, apart from any message and from any schema.
///
/// `reader.dictionary()` copies a struct, and `builder.set(dictionary)` builds one. What a schema
/// says is not in it: an enumerant is its name, and nothing tells an `Int8` from an `Int64`.
public enum PlainValue: Hashable, Sendable {
  /// Nothing: a member of a union without a value, or a null pointer.
  case null
  /// A bit.
  case bool(Bool)
  /// A signed integer.
  case int(Int64)
  /// An unsigned integer.
  case uint(UInt64)
  /// A floating-point number.
  case float(Double)
  /// A text, or an enumerant by its name.
  case string(String)
  /// Bytes; what a pointer of an open type leads to is a message with it as the root.
  case bytes([UInt8])
  /// A list.
  case list([PlainValue])
  /// A struct or a group, by the names of its fields.
  case dictionary([String: PlainValue])
}

extension PlainValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(floatLiteral value: Double) { self = .float(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: PlainValue...) { self = .list(elements) }

  public init(dictionaryLiteral elements: (String, PlainValue)...) {
    self = .dictionary(Dictionary(elements) { _, last in last })
  }
}

extension PlainValue {
  /// The value as an error names it.
  var label: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .float(let value): "\(value)"
    case .string(let value): "\"\(value.prefix(40))\""
    case .bytes: "a run of bytes"
    case .list: "a list"
    case .dictionary: "a dictionary"
    }
  }
}
