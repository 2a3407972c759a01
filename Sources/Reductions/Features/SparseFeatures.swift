/// The features of an example that are not zero, by their namespaces.
public struct SparseFeatures: Sendable {
  /// One group.
  let store: FeatureStore

  /// Makes an example without features.
  public init() { self.init([(Namespace, [Feature])]()) }

  /// Makes an example of features in the default namespace.
  public init(_ features: [Feature]) { self.init([(.default, features)]) }

  /// Makes an example of features in namespaces; of a namespace that comes twice, the features are
  /// joined.
  public init(_ namespaces: [(Namespace, [Feature])]) {
    var store = FeatureStore()
    for (namespace, features) in namespaces {
      store.open(namespace)
      for feature in features { store.append(feature.index, feature.value) }
    }
    store.seal()
    self.store = store
  }

  /// What a group of a store is.
  init(_ group: Int, of store: FeatureStore) {
    guard store.count > 1 else {
      self.store = store
      return
    }
    var copy = FeatureStore()
    copy.append(group, of: store)
    self.store = copy
  }

  /// The namespaces that there are.
  public var namespaces: [Namespace] { runs.map(\.namespace) }

  private var runs: [FeatureStore.Run] { (0..<store.runs.count).map { store.runs[$0] } }

  /// The number of features.
  public var count: Int { store.features.count }

  /// The features of a namespace, in the order in which they were added.
  public subscript(namespace: Namespace) -> ArraySlice<Feature> {
    store.range(of: namespace, in: 0).map { store.features[$0] }[...]
  }
}

extension SparseFeatures: Hashable {
  public static func == (left: SparseFeatures, right: SparseFeatures) -> Bool {
    left.content == right.content
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(content)
  }

  /// A namespace without features is none.
  private var content: [Namespace: ArraySlice<Feature>] {
    var content: [Namespace: ArraySlice<Feature>] = [:]
    for run in runs where run.end > run.start { content[run.namespace] = self[run.namespace] }
    return content
  }
}
