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
      bytes += "{\"prediction\":".utf8
      bytes += JSONNumbers.text(scalar.prediction).utf8
      bytes += ",\"raw_prediction\":".utf8
      bytes += JSONNumbers.text(scalar.rawPrediction).utf8
      bytes.append(UInt8(ascii: "}"))
    case .binary(let value): bytes += (value ? "true" : "false").utf8
    case .actionScores(let values), .actionProbabilities(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        bytes += (index > 0 ? ",[" : "[").utf8
        bytes += "\(index),".utf8
        bytes += JSONNumbers.text(value).utf8
        bytes.append(UInt8(ascii: "]"))
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }
}
