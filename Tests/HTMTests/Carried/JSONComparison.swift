import Foundation
import Testing

/// Compares a value with what NuPIC printed of it, field by field.
///
/// - Returns: how many numbers and texts were compared.
func expectEqual(
  _ value: some Encodable, _ expected: Reference, except: Set<String> = []
) throws -> Int {
  let encoder = JSONEncoder()
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "NaN")
  let ours = try JSONSerialization.jsonObject(with: encoder.encode(value))
  return try compare(ours, expected.value, "", except)
}

private func compare(
  _ ours: Any, _ theirs: Any, _ path: String, _ except: Set<String>
) throws -> Int {
  switch theirs {
  case let theirs as [String: Any]:
    let ours = try #require(ours as? [String: Any], "\(path)")
    return try theirs.reduce(0) { count, field in
      if except.contains(field.key) { return count }
      let own = try #require(ours[field.key], "\(path).\(field.key)")
      return try count + compare(own, field.value, "\(path).\(field.key)", except)
    }
  case let theirs as [Any]:
    let ours = try #require(ours as? [Any], "\(path)")
    try #require(ours.count == theirs.count, "\(path)")
    return try zip(ours, theirs).enumerated().reduce(0) {
      try $0 + compare($1.element.0, $1.element.1, "\(path)[\($1.offset)]", except)
    }
  case let theirs as String:
    // Data is printed as the characters of its bytes.
    if let bytes = ours as? [Int] {
      #expect(bytes == theirs.unicodeScalars.map { Int($0.value) }, "\(path)")
    } else {
      #expect(ours as? String == theirs, "\(path)")
    }
    return 1
  default:
    let (ours, theirs) = (ours as? NSNumber, theirs as? NSNumber)
    let (own, their) = try (#require(ours, "\(path)").doubleValue, #require(theirs).doubleValue)
    #expect(own == their || Float(own) == Float(their), "\(path): \(own) is not \(their)")
    return 1
  }
}
