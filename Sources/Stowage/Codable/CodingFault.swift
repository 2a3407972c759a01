/// Why a value is not of a type, before it is known where that is.
enum CodingFault: Error {
  /// There is no value.
  case null
  /// The value is of another kind.
  case other(String)
  /// The value is a number that the type has no room for.
  case large(String)
  /// References lead to each other without end.
  case circular

  static func mismatch(_ value: Value) -> CodingFault {
    value.isNull ? .null : .other(value.label)
  }

  static func unfit(_ value: Value) -> CodingFault { .large(value.digits) }
}

extension CodingFault {
  func error(_ type: Any.Type, _ path: [any CodingKey]) -> DecodingError {
    func context(_ text: String) -> DecodingError.Context {
      DecodingError.Context(codingPath: path, debugDescription: text)
    }
    switch self {
    case .null:
      return .valueNotFound(type, context("there is null in place of \(type)"))
    case .other(let label):
      return .typeMismatch(type, context("there is \(label) in place of \(type)"))
    case .large(let digits):
      return .dataCorrupted(context("\(digits) does not fit into \(type)"))
    case .circular:
      return .dataCorrupted(context("a reference leads to nothing but itself"))
    }
  }
}

extension Value {
  /// What references lead to.
  var followed: Value {
    get throws(CodingFault) {
      guard case .reference(var reference) = self else { return self }
      // Longer chains are not made by anyone, and a circle would have no end.
      for _ in 0..<100 {
        guard case .reference(let next) = reference.value else { return reference.value }
        reference = next
      }
      throw .circular
    }
  }

  /// The value as an error names it.
  var label: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int, .uint, .double: "the number \(digits)"
    case .string: "a text"
    case .bytes: "a run of bytes"
    case .date: "a date"
    case .array: "an array"
    case .table: "a table"
    case .tensor: "a tensor"
    case .object(let instance): "an object of \(instance.type)"
    case .type: "a type"
    case .reference: "a reference"
    }
  }

  fileprivate var digits: String {
    switch self {
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .double(let value): "\(value)"
    case .string(let value): "\"\(value.prefix(40))\""
    default: "the value"
    }
  }
}
