internal import Reductions

/// What is measured while examples go by.
enum Metric: String, CaseIterable {
  /// The mean squared error.
  case mse
  /// The reward that the predicted probabilities would have had, by inverse propensity scores.
  case ips
  /// The number of features that were read.
  case parsedFeatures = "parsed-features"

  func fits(_ type: PredictionType) -> Bool {
    switch self {
    case .mse: type == .scalar
    case .ips: type == .actionProbabilities
    case .parsedFeatures: true
    }
  }

  /// What it is called in tables.
  var title: String {
    switch self {
    case .mse: "mean squared error"
    case .ips: "estimated reward (ips)"
    case .parsedFeatures: "parsed features"
    }
  }
}

/// Metrics, and a loss, as they are so far.
struct Measures {
  let metrics: [Metric]
  private var sums: [Double]
  /// The examples that had a label.
  private(set) var labeled = 0
  private(set) var examples = 0
  private(set) var lossSum = 0.0

  init(_ metrics: [Metric]) {
    self.metrics = metrics
    sums = metrics.map { _ in 0 }
  }

  /// Counts an example of which there is no prediction.
  mutating func count(_ label: Label?) {
    examples += 1
    if label != nil { labeled += 1 }
  }

  mutating func add(_ list: ExampleList, _ example: Int, _ prediction: Prediction) {
    let label = list.label(example)
    count(label)
    if let label {
      lossSum += Self.loss(label, prediction)
    }
    for (index, metric) in metrics.enumerated() {
      switch (metric, label, prediction) {
      case (.parsedFeatures, _, _): sums[index] += Double(list.featureCount(example))
      case (.mse, .simple(let label), .scalar(let scalar)):
        let difference = Double(label.value) - Double(scalar.prediction)
        sums[index] += difference * difference
      case (.ips, .action(let label), .actionProbabilities(let values)):
        sums[index] -= Self.cost(label, values)
      default: break
      }
    }
  }

  /// What the examples cost, as far as a label says.
  private static func loss(_ label: Label, _ prediction: Prediction) -> Double {
    switch (label, prediction) {
    case (.simple(let label), .scalar(let scalar)):
      let difference = Double(label.value) - Double(scalar.prediction)
      return difference * difference
    case (.binary(let label), .binary(let answer)): return label == answer ? 0 : 1
    case (.action(let label), .actionProbabilities(let values)): return cost(label, values)
    case (.action(let label), .actionScores(let scores)) where scores.indices ~= label.action:
      let difference = Double(label.cost) - Double(scores[label.action])
      return difference * difference
    default: return 0
    }
  }

  private static func cost(_ label: ActionLabel, _ values: [Float]) -> Double {
    guard values.indices ~= label.action else { return 0 }
    return Double(label.cost) * Double(values[label.action]) / Double(label.probability)
  }

  /// What the loss is called.
  static func lossName(_ type: PredictionType) -> String {
    switch type {
    case .scalar, .actionScores: "mean squared error"
    case .binary: "share of wrong answers"
    case .actionProbabilities: "estimated cost"
    }
  }

  var loss: Double { lossSum / Double(max(labeled, 1)) }

  /// The values, as tables show them.
  var values: [String] {
    zip(metrics, sums).map { metric, sum in
      switch metric {
      case .parsedFeatures: "\(Int(sum))"
      case .mse, .ips: "\(Float(sum / Double(max(labeled, 1))))"
      }
    }
  }
}
