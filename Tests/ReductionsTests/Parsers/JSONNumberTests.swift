import Foundation
import Reductions
import Testing

/// Numbers of JSON are read as the nearest double, and that is rounded to a float, however they are
/// written.
struct JSONNumberTests {
  /// What the features of a list are, which is how numbers get in.
  private static func parsed(_ numbers: [String]) throws -> [Float] {
    let parser = try ExampleParser(.json, features: .simple, label: .simple, numBits: 31)
    let text = #"{"features":{"x":[\#(numbers.joined(separator: ","))]}}"#
    guard case .simple(let features) = try parser.parse(text).features else { return [] }
    return features[Namespace("x")].map(\.value)
  }

  private static func check(_ make: () -> String) throws {
    for _ in 0..<400 {
      let texts = (0..<50).map { _ in make() }
      let values = try parsed(texts)
      #expect(values.count == texts.count)
      for (text, value) in zip(texts, values) {
        let exact = try #require(Double(text))
        #expect(Float(exact).bitPattern == value.bitPattern, "\(text)")
      }
    }
  }

  @Test func doublesAreRead() throws {
    try Self.check { "\(Double.random(in: -3...3))" }
    try Self.check {
      let value = Double(bitPattern: .random(in: 0...UInt64.max))
      return value.isFinite ? "\(value)" : "0"
    }
  }

  @Test func digitsOfAnyNumberAreRead() throws {
    try Self.check {
      let digits = (0..<Int.random(in: 1...25)).map { _ in "\(Int.random(in: 0...9))" }.joined()
      let whole = ["0", "7", "12", "1\(digits)"].randomElement() ?? "0"
      return ["", "-"].randomElement()! + whole + (Bool.random() ? "." + digits : "")
    }
    try Self.check {
      let digits = UInt64.random(in: 0...UInt64.max) >> UInt64.random(in: 0...63)
      return "\(digits)e\(Int.random(in: -350...280))"
    }
  }

  /// Where two roundings give another float than one does.
  @Test func middlesBetweenFloatsAreRead() throws {
    try Self.check {
      let value = Float.random(in: 0.001...1000)
      var middle = (Double(value) + Double(value.nextUp)) / 2
      for _ in 0..<Int.random(in: 0...12) {
        middle = Bool.random() ? middle.nextUp : middle.nextDown
      }
      let text = String(format: "%.*f", [14, 15, 16, 17, 18, 19, 30].randomElement()!, middle)
      return ["", "-"].randomElement()! + text
    }
  }

  @Test func theEndsOfRangesAreRead() throws {
    let texts = [
      "0", "-0", "0.0", "-0.0", "0e5", "1e-400", "-1e-400", "9007199254740992",
      "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551615",
      "18446744073709551616", "0.0000000000000000001", "0.00000000000000000001",
      "0.9223372036854775807", "0.9999999999999999999", "9999999999999999999",
      "3.4028235677973366e38", "3.4028234e38", "1e39", "1.17549435e-38", "1.401298464324817e-45",
      "7.006492321624085e-46", "7.0064923216240854e-46", "1.7976931348623157e308", "1E+2", "1E-2",
    ]
    let values = try Self.parsed(texts)
    #expect(values.map(\.bitPattern) == texts.map { Float(Double($0) ?? .nan).bitPattern })
    #expect(throws: ReductionsError.self) { try Self.parsed(["1e309"]) }
  }

  @Test(arguments: [
    "01", "-01", "00", "1.", "1.e5", ".5", "-", "-.5", "+1", "1e", "1e+", "1e-", "1.5.5", "1-1",
    "0x1",
    "1_0", "Infinity", "NaN", "-Infinity", "1.5f", "1..5", "--1",
  ])
  func otherSpellingsAreRefused(_ text: String) throws {
    #expect(throws: ReductionsError.self, "\(text)") { try Self.parsed([text]) }
    #expect(throws: ReductionsError.self, "\(text)") { try Self.parsed(["1", text, "2"]) }
    #expect(throws: ReductionsError.self, "\(text)") { try Self.parsed(["1.25", text]) }
  }
}
