/// One of the parts that a workspace is stacked from.
protocol Reduction: Sendable {
  /// What it takes and gives.
  var types: ReductionTypes { get }

  /// What it makes of the example at a place of a store.
  func predict(_ store: FeatureStore, _ extent: Extent) throws(ReductionsError) -> Prediction

  /// Learns the example at a place of a store. When it throws, nothing was learnt.
  mutating func learn(
    _ store: FeatureStore, _ extent: Extent, _ label: Label
  ) throws(ReductionsError)

  /// What it and those below it have learnt, the outermost first.
  var states: [ReductionState] { get }

  /// Takes up what a stack of this kind had learnt, from the front of a list.
  mutating func restore(_ states: inout ArraySlice<ReductionState>) throws(ReductionsError)
}

/// What a reduction takes and gives.
struct ReductionTypes: Sendable, Hashable {
  let label: LabelType
  let features: FeaturesType
  let prediction: PredictionType
}

/// What a reduction has learnt.
enum ReductionState: Sendable, Hashable {
  /// Nothing of its own.
  case none
  case coin(CoinTotals, WeightTable)
  case sums(ActionSums)
  /// The number of examples.
  case counter(UInt64)
}

extension ReductionsError {
  static func wrongFeatures(_ types: ReductionTypes) -> ReductionsError {
    switch types.features {
    case .simple: .input("features", "one list of features is needed, not those of actions")
    case .actions: .input("features", "features of actions are needed, not one list")
    }
  }

  static func wrongLabel(_ types: ReductionTypes) -> ReductionsError {
    switch types.label {
    case .simple: .input("label", "a number is needed")
    case .binary: .input("label", "yes or no is needed")
    case .action: .input("label", "an action with its cost and its probability is needed")
    }
  }

  static var wrongState: ReductionsError {
    .model("reductions", "the state is not that of this stack of reductions")
  }
}
