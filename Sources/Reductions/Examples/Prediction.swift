/// What a workspace makes of an example.
public enum Prediction: Sendable, Hashable {
  /// A number.
  case scalar(ScalarPrediction)

  /// Yes or no.
  case binary(Bool)

  /// What each action will cost, as far as is known.
  case actionScores([Float])

  /// How likely each action should be taken.
  case actionProbabilities([Float])
}

/// A number that was predicted.
public struct ScalarPrediction: Sendable, Hashable {
  /// The number, kept between the labels that were seen, and put through the link function.
  public var prediction: Float

  /// The number without that.
  public var rawPrediction: Float

  /// Makes a prediction.
  public init(prediction: Float, rawPrediction: Float) {
    self.prediction = prediction
    self.rawPrediction = rawPrediction
  }
}

/// The kinds of predictions.
public enum PredictionType: Sendable, Hashable {
  /// A number.
  case scalar

  /// Yes or no.
  case binary

  /// A cost of each action.
  case actionScores

  /// A probability of each action.
  case actionProbabilities
}

extension Prediction {
  /// The prediction as a line of JSON, as reductionml writes its predictions.
  public var json: String {
    var bytes: [UInt8] = []
    appendJSON(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the prediction as JSON to some bytes.
  public func appendJSON(to bytes: inout [UInt8]) {
    switch self {
    case .scalar(let scalar):
      Self.append("{\"prediction\":", to: &bytes)
      let start = bytes.count
      JSONNumbers.append(scalar.prediction, to: &bytes)
      let end = bytes.count
      Self.append(",\"raw_prediction\":", to: &bytes)
      if scalar.rawPrediction.bitPattern == scalar.prediction.bitPattern {
        // Mostly they are the same, and to spell a number takes as long as to predict one.
        for place in start..<end { bytes.append(bytes[place]) }
      } else {
        JSONNumbers.append(scalar.rawPrediction, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    case .binary(let value): Self.append(value ? "true" : "false", to: &bytes)
    case .actionScores(let values), .actionProbabilities(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        Self.append(index > 0 ? ",[" : "[", to: &bytes)
        Self.append(index, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        JSONNumbers.append(value, to: &bytes)
        bytes.append(UInt8(ascii: "]"))
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }

  @inline(__always)
  private static func append(_ text: StaticString, to bytes: inout [UInt8]) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    guard number > 9 else { return bytes.append(UInt8(ascii: "0") + UInt8(number)) }
    bytes += "\(number)".utf8
  }
}
