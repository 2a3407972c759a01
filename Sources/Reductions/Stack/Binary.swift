/// Answers yes or no by the sign of what a regressor says.
struct Binary: Reduction {
  private var regressor: any Reduction

  init(_ regressor: any Reduction) { self.regressor = regressor }

  var types: ReductionTypes {
    ReductionTypes(label: .binary, features: .simple, prediction: .binary)
  }

  func predict(_ store: FeatureStore, _ extent: Extent) throws(ReductionsError) -> Prediction {
    guard case .scalar(let scalar) = try regressor.predict(store, extent) else {
      return .binary(false)
    }
    return .binary(scalar.prediction > 0)
  }

  mutating func learn(
    _ store: FeatureStore, _ extent: Extent, _ label: Label
  ) throws(ReductionsError) {
    guard case .binary(let answer) = label else { throw .wrongLabel(types) }
    try regressor.learn(store, extent, .simple(answer ? 1 : -1))
  }

  var states: [ReductionState] { [.none] + regressor.states }

  mutating func restore(_ states: inout ArraySlice<ReductionState>) throws(ReductionsError) {
    guard case .none? = states.popFirst() else { throw .wrongState }
    try regressor.restore(&states)
  }
}
