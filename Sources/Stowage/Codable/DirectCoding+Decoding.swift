import Foundation

extension DirectCoding {
  /// Something that is a value itself, of a value; nil for other types.
  @inline(__always)
  static func decode<T>(_ type: T.Type, _ value: Value) throws(CodingFault) -> T? {
    switch MemoryLayout<T>.size {
    case 1:
      if T.self == Bool.self { return cast(try bool(value), type) }
      if T.self == UInt8.self { return cast(try integer(value) as UInt8, type) }
      if T.self == Int8.self { return cast(try integer(value) as Int8, type) }
    case 2:
      if T.self == Int16.self { return cast(try integer(value) as Int16, type) }
      if T.self == UInt16.self { return cast(try integer(value) as UInt16, type) }
    case 4:
      if T.self == Float.self { return cast(try float(value), type) }
      if T.self == Int32.self { return cast(try integer(value) as Int32, type) }
      if T.self == UInt32.self { return cast(try integer(value) as UInt32, type) }
    case 8:
      if T.self == Int.self { return cast(try integer(value) as Int, type) }
      if T.self == Double.self { return cast(try double(value), type) }
      if T.self == Int64.self { return cast(try integer(value) as Int64, type) }
      if T.self == UInt.self { return cast(try integer(value) as UInt, type) }
      if T.self == UInt64.self { return cast(try integer(value) as UInt64, type) }
      if T.self == Date.self { return cast(try date(value), type) }
      if let array = array(type, value) { return array }
    case 16:
      if T.self == String.self { return cast(try string(value), type) }
      if T.self == Data.self { return cast(try bytes(value), type) }
      if T.self == Int128.self { return cast(try wide(value) as Int128, type) }
      if T.self == UInt128.self { return cast(try wide(value) as UInt128, type) }
    default: break
    }
    return try passed(type, value)
  }

  /// Arrays of one kind; nil leaves it to the array itself, which finds out what is wrong where.
  @inline(__always)
  private static func array<T>(_ type: T.Type, _ value: Value) -> T? {
    if T.self == [UInt8].self, case .bytes(let bytes) = value {
      return cast([UInt8](bytes), type)
    }
    guard case .array(let values) = value else { return nil }
    if T.self == [Double].self {
      return all(values) { value throws(CodingFault) in try double(value) }.map { cast($0, type) }
    }
    if T.self == [Float].self {
      return all(values) { value throws(CodingFault) in try float(value) }.map { cast($0, type) }
    }
    if T.self == [Int].self {
      return all(values) { value throws(CodingFault) in try integer(value) as Int }
        .map { cast($0, type) }
    }
    if T.self == [String].self {
      return all(values) { value throws(CodingFault) in try string(value) }.map { cast($0, type) }
    }
    if T.self == [Bool].self {
      return all(values) { value throws(CodingFault) in try bool(value) }.map { cast($0, type) }
    }
    return nil
  }

  @inline(__always)
  private static func all<Element>(
    _ values: [Value], _ body: (Value) throws(CodingFault) -> Element
  ) -> [Element]? {
    var result: [Element] = []
    result.reserveCapacity(values.count)
    do throws(CodingFault) {
      for value in values { result.append(try body(value)) }
      return result
    } catch {
      return nil
    }
  }

  @inline(__always)
  private static func passed<T>(_ type: T.Type, _ value: Value) throws(CodingFault) -> T? {
    if T.self == Value.self { return cast(value.unwrapped ?? value, type) }
    if T.self == Table.self {
      guard case .table(let table) = try value.followed else { throw .mismatch(value) }
      return cast(table, type)
    }
    if T.self == Tensor.self {
      guard case .tensor(let tensor) = try value.followed else { throw .mismatch(value) }
      return cast(tensor, type)
    }
    if T.self == TypeID.self {
      guard case .type(let id) = try value.followed else { throw .mismatch(value) }
      return cast(id, type)
    }
    if T.self == Instance.self {
      guard case .object(let instance) = try value.followed else { throw .mismatch(value) }
      return cast(instance, type)
    }
    return nil
  }
}

// One function for each kind of value. What stands in a reference counts as the value itself.
extension DirectCoding {
  private static func bool(_ value: Value) throws(CodingFault) -> Bool {
    if case .bool(let truth) = value { return truth }
    guard case .bool(let truth) = try value.followed else { throw .mismatch(value) }
    return truth
  }

  @inline(__always)
  static func integer<Number: FixedWidthInteger>(
    _ value: Value
  ) throws(CodingFault) -> Number {
    if case .int(let number) = value, let result = Number(exactly: number) { return result }
    return try unusualInteger(value)
  }

  @inline(never)
  private static func unusualInteger<Number: FixedWidthInteger>(
    _ value: Value
  ) throws(CodingFault) -> Number {
    let followed = try value.followed
    let result: Number? =
      switch followed {
      case .int(let number): Number(exactly: number)
      case .uint(let number): Number(exactly: number)
      case .double(let number): Number(exactly: number)
      default: throw .mismatch(followed)
      }
    guard let result else { throw .unfit(followed) }
    return result
  }

  private static func wide<Number: FixedWidthInteger>(
    _ value: Value
  ) throws(CodingFault) -> Number {
    guard case .string(let digits) = try value.followed else { return try integer(value) }
    guard let number = Number(digits) else { throw .unfit(value) }
    return number
  }

  private static func double(_ value: Value) throws(CodingFault) -> Double {
    if case .double(let number) = value { return number }
    let followed = try value.followed
    let result: Double? =
      switch followed {
      case .double(let number): number
      case .int(let number): Double(exactly: number)
      case .uint(let number): Double(exactly: number)
      default: throw .mismatch(followed)
      }
    guard let result else { throw .unfit(followed) }
    return result
  }

  private static func float(_ value: Value) throws(CodingFault) -> Float {
    let wide = try double(value)
    let number = Float(narrowing: wide)
    guard !number.isInfinite || wide.isInfinite else { throw .unfit(value) }
    return number
  }

  private static func string(_ value: Value) throws(CodingFault) -> String {
    if case .string(let text) = value { return text }
    guard case .string(let text) = try value.followed else { throw .mismatch(value) }
    return text
  }

  private static func bytes(_ value: Value) throws(CodingFault) -> Data {
    switch try value.followed {
    case .bytes(let bytes): return bytes
    case .array(let values):
      var bytes = Data(capacity: values.count)
      for value in values { bytes.append(try integer(value) as UInt8) }
      return bytes
    default: throw .mismatch(value)
    }
  }

  private static func date(_ value: Value) throws(CodingFault) -> Date {
    guard case .date(let date) = try value.followed else { throw .mismatch(value) }
    return date
  }
}
