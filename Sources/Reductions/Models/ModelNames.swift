/// What reductionml's models call things.
enum ModelNames {
  /// The name of a reduction's type in Rust, which its models have.
  static func type(_ config: ReductionConfig) -> String {
    switch config {
    case .coin: "CoinRegressor"
    case .binary: "BinaryReduction"
    case .cbAdf: "CBAdfReduction"
    case .cbExploreAdfGreedy: "CBExploreAdfGreedyReduction"
    case .cbExploreAdfSquareCb: "CBExploreAdfSquareCBReduction"
    case .cbExploreAdfSoftmax: "CBExploreAdfSoftmaxReduction"
    }
  }

  /// The member that holds the reduction below.
  static func next(_ config: ReductionConfig) -> String {
    switch config {
    case .coin: ""
    case .binary, .cbAdf: "regressor"
    default: "cb_adf"
    }
  }

  static func label(_ type: LabelType) -> String {
    switch type {
    case .simple: "Simple"
    case .binary: "Binary"
    case .action: "CB"
    }
  }

  static func features(_ type: FeaturesType) -> String {
    switch type {
    case .simple: "SparseSimple"
    case .actions: "SparseCBAdf"
    }
  }

  static func prediction(_ type: PredictionType) -> String {
    switch type {
    case .scalar: "Scalar"
    case .binary: "Binary"
    case .actionScores: "ActionScores"
    case .actionProbabilities: "ActionProbs"
    }
  }

  /// What a reduction takes and gives, towards what is above it and towards what is below.
  static func types(_ config: ReductionConfig) -> [(String, String?)] {
    let types = Stack.types(config)
    let below = config.next == nil ? nil : Stack.typesBelow(config)
    return [
      ("input_label_type", label(types.label)),
      ("output_label_type", below.map { label($0.label) }),
      ("input_features_type", features(types.features)),
      ("output_features_type", below.map { features($0.features) }),
      ("input_prediction_type", below.map { prediction($0.prediction) }),
      ("output_prediction_type", prediction(types.prediction)),
    ]
  }
}
