/// What an example of a workspace is about.
public enum Features: Sendable, Hashable {
  /// One list of features, as regressors take it.
  case simple(SparseFeatures)

  /// Features of each action, as contextual bandits take them.
  case actions(ActionFeatures)
}

/// The kinds of features.
public enum FeaturesType: Sendable, Hashable, BitwiseCopyable {
  /// One list of features.
  case simple

  /// Features of each action.
  case actions
}

extension Features {
  /// The number of features, without those that interactions give.
  public var count: Int {
    switch self {
    case .simple(let features): features.store.features.count
    case .actions(let features): features.store.features.count
    }
  }

  /// What is at a place of a store.
  init(_ extent: Extent, of store: FeatureStore) {
    switch extent.type {
    case .simple: self = .simple(SparseFeatures(extent.groups.lowerBound, of: store))
    case .actions: self = .actions(ActionFeatures(extent, of: store))
    }
  }

  var store: FeatureStore {
    switch self {
    case .simple(let features): features.store
    case .actions(let features): features.store
    }
  }

  /// Where they are in the store.
  var extent: Extent {
    switch self {
    case .simple: Extent(.simple, 0..<1)
    case .actions(let features): features.extent
    }
  }
}
