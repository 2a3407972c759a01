/// Reads the parts of a date, byte by byte.
struct DateTimeScanner<Bytes: Collection> where Bytes.Element == UInt8 {
  private var rest: Bytes.SubSequence

  init(_ bytes: Bytes) { rest = bytes[...] }

  mutating func date() -> DateTime? {
    guard let year = number(4...4), skip("-"), let month = number(1...2), skip("-"),
      let day = number(1...2)
    else { return nil }
    if rest.isEmpty { return DateTime(year: year, month: month, day: day) }
    guard skip(" ") || skip("T"), let hour = number(1...2), skip(":"), let minute = number(1...2)
    else { return nil }
    guard let (second, microsecond) = seconds(), rest.isEmpty else { return nil }
    return DateTime(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second,
      microsecond: microsecond)
  }

  private mutating func seconds() -> (Int, Int)? {
    guard skip(":") else { return (0, 0) }
    guard let second = number(1...2) else { return nil }
    guard skip(".") else { return (second, 0) }
    let before = rest.count
    guard var fraction = number(1...6) else { return nil }
    for _ in before - rest.count..<6 { fraction *= 10 }
    return (second, fraction)
  }

  private mutating func number(_ digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while count < digits.upperBound, let byte = rest.first, (0x30...0x39).contains(byte) {
      value = value * 10 + Int(byte - 0x30)
      count += 1
      rest = rest.dropFirst()
    }
    return count >= digits.lowerBound ? value : nil
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let byte = rest.first, UInt32(byte) == character.value else { return false }
    rest = rest.dropFirst()
    return true
  }
}
