/// A stack of reductions that learns examples one by one.
///
/// <!-- snippet: workspace -->
/// ```swift
/// var workspace = try Workspace(
///   config: #"{"entryReduction": {"typename": "Coin"}, "globalConfig": {}}"#)
/// let parser = try workspace.createParser(.vwText)
/// for line in ["1 |f hot sunny", "0 |f cold", "1 |f hot"] {
///   try workspace.learn(parser.parse(line))
/// }
/// let prediction = try workspace.predict(parser.parse("|f hot").features)
/// ```
///
/// Training is reproducible: the same examples in the same order give the same bits. Namespaces are
/// gone through by the hashes of their names, the default one last.
public struct Workspace: Sendable {
  /// What the workspace was made from.
  public let configuration: Configuration

  var stack: any Reduction
  var layout: ModelLayout

  /// Makes a workspace that has not learnt anything.
  ///
  /// - Throws: `ReductionsError` where the reductions do not fit on top of each other.
  public init(config: Configuration) throws(ReductionsError) {
    configuration = config
    stack = try Stack.make(config)
    layout = config.entryReduction.isOld ? .released : .latest
  }

  /// Makes a workspace from a configuration in JSON.
  ///
  /// - Throws: `ReductionsError` with the path of what is wrong in it.
  public init(config: String) throws(ReductionsError) {
    try self.init(config: Configuration(json: config))
  }

  init(
    _ config: Configuration, _ states: [ReductionState], _ layout: ModelLayout
  ) throws(ReductionsError) {
    do {
      try self.init(config: config)
    } catch {
      throw .model(error.path, error.message)
    }
    var states = states[...]
    try stack.restore(&states)
    guard states.isEmpty else { throw .wrongState }
    // A layout without a place for what the workspace is would lose it.
    self.layout = config.entryReduction.isOld ? layout : .latest
  }

  /// The labels that it learns from.
  public var labelType: LabelType { stack.types.label }

  /// The features that it takes.
  public var featuresType: FeaturesType { stack.types.features }

  /// The predictions that it makes.
  public var predictionType: PredictionType { stack.types.prediction }

  /// What the workspace makes of an example.
  ///
  /// - Throws: `ReductionsError` where the features are not of the type that it takes.
  public func predict(_ features: Features) throws(ReductionsError) -> Prediction {
    try stack.predict(features.store, features.extent)
  }

  /// Learns what an example should have given.
  ///
  /// - Throws: `ReductionsError` where it does not fit; then nothing is learnt.
  public mutating func learn(_ features: Features, _ label: Label) throws(ReductionsError) {
    try stack.learn(features.store, features.extent, label)
  }

  /// Learns an example that has a label.
  ///
  /// - Throws: `ReductionsError` where it does not fit or has no label; then nothing is learnt.
  public mutating func learn(_ example: Example) throws(ReductionsError) {
    try learn(example.features, example.requiredLabel)
  }

  /// What the workspace made of an example before it learnt it.
  ///
  /// - Throws: `ReductionsError` where it does not fit; then nothing is learnt.
  public mutating func predictThenLearn(
    _ features: Features, _ label: Label
  ) throws(ReductionsError) -> Prediction {
    let prediction = try stack.predict(features.store, features.extent)
    try stack.learn(features.store, features.extent, label)
    return prediction
  }

  /// What the workspace made of an example before it learnt it.
  ///
  /// - Throws: `ReductionsError` where it does not fit or has no label; then nothing is learnt.
  public mutating func predictThenLearn(
    _ example: Example
  ) throws(ReductionsError) -> Prediction {
    try predictThenLearn(example.features, example.requiredLabel)
  }

  /// What the workspace makes of an example of a list.
  ///
  /// - Throws: `ReductionsError` where its features are not of the type that it takes.
  package func predict(
    _ list: ExampleList, _ index: Int
  ) throws(ReductionsError) -> Prediction {
    try stack.predict(list.store, list.extent(index))
  }

  /// Learns an example of a list, if it has a label.
  ///
  /// - Throws: `ReductionsError` where it does not fit; then nothing is learnt.
  package mutating func learn(_ list: ExampleList, _ index: Int) throws(ReductionsError) {
    guard let label = list.label(index) else { return }
    try stack.learn(list.store, list.extent(index), label)
  }

  /// A parser of examples for this workspace.
  ///
  /// - Throws: `ReductionsError` for DSJSON where the workspace is no contextual bandit.
  public func createParser(_ format: DataFormat) throws(ReductionsError) -> ExampleParser {
    try ExampleParser(
      format, features: featuresType, label: labelType,
      hashSeed: configuration.globalConfig.hashSeed, numBits: configuration.globalConfig.numBits)
  }
}

extension Example {
  fileprivate var requiredLabel: Label {
    get throws(ReductionsError) {
      guard let label else { throw .input("label", "it is missing: only a prediction is possible") }
      return label
    }
  }
}
