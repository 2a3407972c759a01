internal import CapnProto

/// Single values as they are compared: bit by bit.
enum ScalarBits {
  static func of(_ value: DynamicValue) -> UInt64 {
    switch value {
    case .bool(let value): value ? 1 : 0
    case .int(let value): UInt64(bitPattern: value)
    case .uint(let value): value
    case .float32(let value): UInt64(value.bitPattern)
    case .float64(let value): value.bitPattern
    case .enumeration(let value): UInt64(value.rawValue)
    default: 0
    }
  }

  /// The number, where it is one.
  static func number(_ value: DynamicValue) -> Double? {
    switch value {
    case .int(let value): Double(value)
    case .uint(let value): Double(value)
    case .float32(let value): Double(value)
    case .float64(let value): value
    default: nil
    }
  }

  /// Two values that are different, so that this can be seen.
  static func texts(_ left: DynamicValue, _ right: DynamicValue) -> (String, String) {
    let (one, two) = (ScalarText.of(left), ScalarText.of(right))
    guard one == two else { return (one, two) }
    return (
      "\(one) (0x\(String(of(left), radix: 16)))", "\(two) (0x\(String(of(right), radix: 16)))"
    )
  }
}

/// How two lists of numbers differ.
struct NumberSummary {
  private var differing = 0
  private var first: (index: Int, left: String, right: String)?
  private var largest = 0.0

  mutating func add(_ left: DynamicValue, _ right: DynamicValue, _ index: Int) {
    guard ScalarBits.of(left) != ScalarBits.of(right) else { return }
    differing += 1
    if first == nil {
      let (one, two) = ScalarBits.texts(left, right)
      first = (index, one, two)
    }
    if let one = ScalarBits.number(left), let two = ScalarBits.number(right) {
      let distance = (one - two).magnitude
      if distance > largest { largest = distance }
    }
  }

  /// What there is to say, or nil where all are equal.
  func difference(_ count: Int, _ path: String) -> Difference? {
    guard let first else { return nil }
    let place = "\(path)[\(first.index)]"
    guard differing > 1 else {
      return Difference(path: place, left: first.left, right: first.right)
    }
    return Difference(
      path: place, left: first.left, right: first.right,
      detail: "\(differing) of \(count) elements differ"
        + (largest > 0 ? ", the most by \(largest)" : ""))
  }
}
