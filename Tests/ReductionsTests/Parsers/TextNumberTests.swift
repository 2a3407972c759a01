import Reductions
import Testing

/// Numbers in text are the nearest floats, by whichever way they are read.
struct TextNumberTests {
  private let parser: ExampleParser

  init() throws {
    parser = try ExampleParser(.vwText, features: .simple, label: .simple)
  }

  /// What a number is as the value of a feature: with text behind it, and at the end of the text.
  private func values(_ text: String) throws -> [Float] {
    let lines = ["|f a:\(text) and some more text behind it", "|f a:\(text)", "|f a:\(text)|g b"]
    return try lines.map { line in
      guard case .simple(let features) = try parser.parse(line).features else { return .nan }
      return features[Namespace("f")].first?.value ?? .nan
    }
  }

  private func check(_ text: String) throws {
    let expected = try #require(Float(text), "\(text)").bitPattern
    #expect(try values(text).map(\.bitPattern) == [expected, expected, expected], "\(text)")
    let label = try parser.parse("\(text) |f and some more text behind it").label
    guard case .simple(let label) = label else {
      Issue.record("\(text) is no label")
      return
    }
    #expect(label.value.bitPattern == expected, "\(text)")
  }

  @Test func numbersOfAllLengthsAreExact() throws {
    var random = SplitMix(state: 1)
    for count in 1...24 {
      for _ in 0..<60 {
        let digits = (0..<count).map { _ in Character("\(Int.random(in: 0...9, using: &random))") }
        let point = Int.random(in: 0...count, using: &random)
        let sign = Bool.random(using: &random) ? "-" : ""
        let whole = String(digits.prefix(point))
        let rest = String(digits.dropFirst(point))
        try check(sign + (rest.isEmpty ? whole : "\(whole).\(rest)"))
      }
    }
  }

  @Test func numbersBesideTheMiddleOfTwoFloatsAreExact() throws {
    var random = SplitMix(state: 2)
    for _ in 0..<2000 {
      // In the middle between two floats, and as near to it as 19 digits can be.
      let odd = UInt64.random(in: 1 << 23..<1 << 24, using: &random) * 2 + 1
      let shift = UInt64.random(in: 0...4, using: &random)
      let (whole, part) = (odd >> shift, odd & ((1 << shift) - 1))
      let decimals = part * (10_000_000_000 >> shift)
      for change in [-1, 0, 1] {
        let number = Int64(whole) * 10_000_000_000 + Int64(decimals) + Int64(change)
        let text = String(number % 10_000_000_000)
        let padded = String(repeating: "0", count: 10 - text.count) + text
        try check("\(number / 10_000_000_000).\(padded)")
      }
    }
  }

  private static let special = [
    "0", "-0", "0.0", "-0.000", "00000000000", "-0.00000000000", "16777217", "16777219", "33554433",
    "9999999", "99999999", "9007199254740993", "9007199791611904", "9007199791611905",
    "18446744073709551615", "99999999999999999999", "0.0000001", "0.00000000000000000000001",
    "0.0000000000000000000000000000000000000000000001", "3.4028236e38", "1e-5", "-2.5E+3", "1e40",
    "1e-46", "12345678e-20", "0.1e1", "1.17549435e-38", "0e500",
  ]

  @Test(arguments: special) func specialNumbersAreExact(_ text: String) throws { try check(text) }

  @Test func whatIsNoNumberIsAWord() throws {
    for text in ["1.", "-", ".", "-.", "1.2.3", "1x", "--1", "1e", "0x10", "1_0", "١", "1\u{1}"] {
      let hash = FeatureHash.hash(text, seed: FeatureHash.hash("a", seed: Namespace("f").hash))
      for line in ["|f a:\(text) and some more text behind it", "|f a:\(text)"] {
        guard case .simple(let features) = try parser.parse(line).features else { return }
        let feature = try #require(features[Namespace("f")].first)
        // A number that ends in its point is one.
        if text == "1." {
          #expect(feature.value == 1 && feature.index != hash & 0x3FFFF)
        } else {
          #expect(feature == Feature(index: hash & 0x3FFFF, value: 1), "\(line)")
        }
      }
    }
  }
}
