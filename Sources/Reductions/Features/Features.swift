/// What an example of a workspace is about.
public enum Features: Sendable, Hashable {
  /// One list of features, as regressors take it.
  case simple(SparseFeatures)

  /// Features of each action, as contextual bandits take them.
  case actions(ActionFeatures)
}

/// The features of the actions that a contextual bandit chooses among.
public struct ActionFeatures: Sendable, Hashable {
  /// The features that all actions share, if any.
  public var shared: SparseFeatures?

  /// The features of each action.
  public var actions: [SparseFeatures]

  /// Makes the features of a choice.
  public init(shared: SparseFeatures? = nil, actions: [SparseFeatures]) {
    self.shared = shared
    self.actions = actions
  }
}

/// The kinds of features.
public enum FeaturesType: Sendable, Hashable {
  /// One list of features.
  case simple

  /// Features of each action.
  case actions
}

extension Features {
  /// The number of features, without those that interactions give.
  public var count: Int {
    switch self {
    case .simple(let features): features.count
    case .actions(let features):
      features.actions.reduce(features.shared?.count ?? 0) { $0 + $1.count }
    }
  }

  var type: FeaturesType {
    switch self {
    case .simple: .simple
    case .actions: .actions
    }
  }
}
