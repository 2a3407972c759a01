import Reductions
import Testing

/// Predictions have the shortest digits that read as the same float, as serde_json writes them.
struct PredictionTextTests {
  private static func text(_ value: Float) -> String {
    let text = Prediction.actionScores([value]).json
    return String(text.dropFirst("[[0,".count).dropLast("]]".count))
  }

  /// The digits alone, without zeros on both sides.
  private static func digits(_ text: String) -> String {
    let number = text.drop { $0 == "-" }.prefix { $0 != "e" }.filter { $0 != "." }
    let rest = number.drop { $0 == "0" }
    return String(rest.reversed().drop { $0 == "0" }.reversed())
  }

  private static func check(_ value: Float) {
    let text = text(value)
    #expect(Float(text)?.bitPattern == value.bitPattern, "\(value) is \(text)")
    #expect(digits(text) == digits(value.description), "\(value) is \(text)")
    let hasExponent = value.magnitude < 1e-6 || value.magnitude >= 1e13
    #expect(text.contains("e") == (hasExponent && value != 0), "\(value) is \(text)")
    #expect(text.contains("."), "\(value) is \(text)")
  }

  @Test func floatsOfUsualSizeAreShortest() {
    for _ in 0..<30_000 {
      let bits = UInt32.random(in: Float(1e-7).bitPattern..<Float(1e13).bitPattern)
      Self.check(Float(bitPattern: bits))
      Self.check(-Float.random(in: 0...2))
      Self.check(Float(Int.random(in: -100_000...100_000)) / 1000)
    }
  }

  @Test func powersOfTwoAndTheirNeighboursAreShortest() {
    for exponent in -16...43 {
      let power = Float(sign: .plus, exponent: exponent, significand: 1)
      for value in [power, power.nextUp, power.nextDown, power * 1.5] { Self.check(value) }
    }
  }

  @Test func othersHaveTheirSpelling() {
    #expect(Self.text(0) == "0.0")
    #expect(Self.text(-0.0) == "-0.0")
    #expect(Self.text(1e-6) == "0.000001")
    #expect(Self.text(Float(1e-6).nextDown) == "9.999999e-7")
    #expect(Self.text(1e12) == "1000000000000.0")
    #expect(Self.text(1e13) == "1e13")
    #expect(Self.text(-16_777_216) == "-16777216.0")
    #expect(Self.text(.leastNonzeroMagnitude) == "1e-45")
    #expect(Self.text(.greatestFiniteMagnitude) == "3.4028235e38")
    #expect(Self.text(.nan) == "null")
    #expect(Self.text(-.infinity) == "null")
  }

  @Test func listsTellTheActions() {
    let values = (0..<12).map { Float($0) / 4 }
    let parts = values.enumerated().map { "[\($0),\($1)]" }
    #expect(Prediction.actionProbabilities(values).json == "[\(parts.joined(separator: ","))]")
    #expect(Prediction.actionScores([]).json == "[]")
    let scalar = ScalarPrediction(prediction: 0.1, rawPrediction: -2)
    #expect(Prediction.scalar(scalar).json == #"{"prediction":0.1,"raw_prediction":-2.0}"#)
  }
}
