import Foundation

extension Value {
  /// An order of all values that depends on nothing but what they hold, for what has none itself.
  static func areInOrder(_ left: Value, _ right: Value) -> Bool {
    compare(left, right) < 0
  }

  private static func compare(_ left: Value, _ right: Value) -> Int {
    switch (left, right) {
    case (.bool(let left), .bool(let right)): compare(left ? 1 : 0, right ? 1 : 0)
    case (.int(let left), .int(let right)): compare(left, right)
    case (.uint(let left), .uint(let right)): compare(left, right)
    case (.double(let left), .double(let right)): compare(order(left), order(right))
    case (.date(let left), .date(let right)):
      compare(
        order(left.timeIntervalSinceReferenceDate), order(right.timeIntervalSinceReferenceDate))
    case (.string(let left), .string(let right)): compare(Array(left.utf8), Array(right.utf8))
    case (.bytes(let left), .bytes(let right)): compare(Array(left), Array(right))
    case (.array(let left), .array(let right)): compare(left, right)
    case (.table(let left), .table(let right)):
      compare(left.keys + left.values, right.keys + right.values)
    case (.type(let left), .type(let right)):
      compare(Array(left.description.utf8), Array(right.description.utf8))
    case (.reference(let left), .reference(let right)):
      left === right ? 0 : compare(left.value, right.value)
    default: compare(left.rank, right.rank)
    }
  }

  private static func compare<Number: Comparable>(_ left: Number, _ right: Number) -> Int {
    left < right ? -1 : left == right ? 0 : 1
  }

  private static func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
    left.lexicographicallyPrecedes(right) ? -1 : left == right ? 0 : 1
  }

  private static func compare(_ left: [Value], _ right: [Value]) -> Int {
    for (left, right) in zip(left, right) {
      let result = compare(left, right)
      if result != 0 { return result }
    }
    return compare(left.count, right.count)
  }

  /// The bits, so that all numbers come in order, with those that are none at the ends.
  private static func order(_ number: Double) -> Int64 {
    let bits = Int64(bitPattern: number.bitPattern)
    return bits < 0 ? bits ^ Int64.max : bits
  }

  private var rank: Int {
    switch self {
    case .null: 0
    case .bool: 1
    case .int: 2
    case .uint: 3
    case .double: 4
    case .string: 5
    case .bytes: 6
    case .date: 7
    case .array: 8
    case .table: 9
    case .tensor: 10
    case .object: 11
    case .type: 12
    case .reference: 13
    }
  }
}
