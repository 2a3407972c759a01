import Foundation

/// The types that are values themselves, without being asked to encode or decode themselves.
///
/// Comparing sizes first leaves few types to compare with, and none at all where the compiler knows
/// the type.
enum DirectCoding {
  @inline(__always)
  static func cast<From, To>(_ value: From, _ type: To.Type) -> To {
    // Only called where both are the same type.
    unsafe unsafeBitCast(value, to: type)
  }

  /// The value of something that is one itself.
  @inline(__always)
  static func value<T>(of value: T) -> Value? {
    switch MemoryLayout<T>.size {
    case 1:
      if T.self == Bool.self { return .bool(cast(value, Bool.self)) }
      if T.self == UInt8.self { return .int(Int64(cast(value, UInt8.self))) }
      if T.self == Int8.self { return .int(Int64(cast(value, Int8.self))) }
    case 2:
      if T.self == Int16.self { return .int(Int64(cast(value, Int16.self))) }
      if T.self == UInt16.self { return .int(Int64(cast(value, UInt16.self))) }
    case 4:
      if T.self == Float.self { return .double(cast(value, Float.self).widened) }
      if T.self == Int32.self { return .int(Int64(cast(value, Int32.self))) }
      if T.self == UInt32.self { return .int(Int64(cast(value, UInt32.self))) }
    case 8:
      if T.self == Int.self { return .int(Int64(cast(value, Int.self))) }
      if T.self == Double.self { return .double(cast(value, Double.self)) }
      if T.self == Int64.self { return .int(cast(value, Int64.self)) }
      if T.self == UInt.self { return Value(cast(value, UInt.self)) }
      if T.self == UInt64.self { return Value(cast(value, UInt64.self)) }
      if T.self == Date.self { return .date(cast(value, Date.self)) }
      if T.self == [Double].self {
        return .array(cast(value, [Double].self).map { .double($0) })
      }
      if T.self == [Float].self {
        return .array(cast(value, [Float].self).map { .double($0.widened) })
      }
      if T.self == [Int].self { return .array(cast(value, [Int].self).map { .int(Int64($0)) }) }
      if T.self == [String].self { return .array(cast(value, [String].self).map { .string($0) }) }
      if T.self == [UInt8].self { return .bytes(Data(cast(value, [UInt8].self))) }
      if T.self == [Bool].self { return .array(cast(value, [Bool].self).map { .bool($0) }) }
    case 16:
      if T.self == String.self { return .string(cast(value, String.self)) }
      if T.self == Data.self { return .bytes(cast(value, Data.self)) }
      if T.self == Int128.self { return Self.value(wide: cast(value, Int128.self)) }
      if T.self == UInt128.self { return Self.value(wide: cast(value, UInt128.self)) }
    default: break
    }
    return passed(value)
  }

  /// The value of something that is part of a value already.
  @inline(__always)
  private static func passed<T>(_ value: T) -> Value? {
    if T.self == Value.self {
      let value = cast(value, Value.self)
      return value.unwrapped == nil ? value : .wrapped(value)
    }
    if T.self == Table.self { return .table(cast(value, Table.self)) }
    if T.self == Tensor.self { return .tensor(cast(value, Tensor.self)) }
    if T.self == TypeID.self { return .type(cast(value, TypeID.self)) }
    if T.self == Instance.self { return .object(cast(value, Instance.self)) }
    return nil
  }

  /// Numbers beyond 64 bits are their digits: a value has no number for them.
  static func value(wide number: some FixedWidthInteger) -> Value {
    Int64(exactly: number) == nil && UInt64(exactly: number) == nil
      ? .string(String(number)) : Value(number)
  }
}
