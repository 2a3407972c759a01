internal import CapnProtoSyntax

/// Whether a value fits a type.
extension Compilation {
  func mismatch(_ type: Meaning, _ range: Range<Int>) -> Fault {
    Fault(range, "Type mismatch; expected \(describe(type)).")
  }

  private func describe(_ type: Meaning) -> String {
    switch type {
    case .builtin(let builtin): builtin.rawValue
    case .list(let element): "List(\(describe(element)))"
    case .entity(let entity, _): entity.name
    case .parameter, .methodParameter: "(generic parameter)"
    }
  }

  func convert(
    _ value: CompiledValue, from source: Meaning, to type: Meaning, _ range: Range<Int>
  ) throws(Fault) -> CompiledValue {
    switch (value, type) {
    case (.integer(let bits, let isNegative), .builtin(let builtin)):
      if builtin == .float32 || builtin == .float64 {
        let number =
          isNegative ? Double(Int64(truncatingIfNeeded: bits)) : Double(bits)
        return .float(number)
      }
      guard let (low, high) = Self.limits(builtin) else { throw mismatch(type, range) }
      let fits = isNegative ? Int64(truncatingIfNeeded: bits) >= low : bits <= high
      guard fits else { throw Fault(range, "Integer value out of range.") }
      return value
    case (.float, .builtin(.float32)), (.float, .builtin(.float64)), (.void, .builtin(.void)),
      (.bool, .builtin(.bool)), (.text, .builtin(.text)), (.data, .builtin(.data)):
      return value
    case (.enumeration, .entity), (.pointer, .entity), (.pointer, .list):
      guard same(source, type) else { throw mismatch(type, range) }
      return value
    default:
      throw mismatch(type, range)
    }
  }

  private static func limits(_ type: Meaning.Builtin) -> (Int64, UInt64)? {
    switch type {
    case .int8: (Int64(Int8.min), UInt64(Int8.max))
    case .int16: (Int64(Int16.min), UInt64(Int16.max))
    case .int32: (Int64(Int32.min), UInt64(Int32.max))
    case .int64: (Int64.min, UInt64(Int64.max))
    case .uint8: (0, UInt64(UInt8.max))
    case .uint16: (0, UInt64(UInt16.max))
    case .uint32: (0, UInt64(UInt32.max))
    case .uint64: (0, UInt64.max)
    default: nil
    }
  }

  /// Bindings are pointers either way, and need not be told apart.
  private func same(_ first: Meaning, _ second: Meaning) -> Bool {
    switch (first, second) {
    case (.builtin(let first), .builtin(let second)): first == second
    case (.list(let first), .list(let second)): same(first, second)
    case (.entity(let first, _), .entity(let second, _)): first === second
    default: false
    }
  }
}
