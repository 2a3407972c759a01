/// The features of the actions that a contextual bandit chooses among.
public struct ActionFeatures: Sendable {
  private(set) var store: FeatureStore
  private var place: Extent.Shared

  /// Makes the features of a choice.
  public init(shared: SparseFeatures? = nil, actions: [SparseFeatures]) {
    store = FeatureStore()
    place = shared != nil ? .first : .none
    if let shared { store.append(0, of: shared.store) }
    for action in actions { store.append(0, of: action.store) }
  }

  init(_ extent: Extent, of store: FeatureStore) {
    place = extent.place
    guard extent.groups != 0..<store.count else {
      self.store = store
      return
    }
    self.store = FeatureStore()
    for group in extent.groups { self.store.append(group, of: store) }
  }

  /// Where they are in the store.
  var extent: Extent { Extent(.actions, 0..<store.count, place) }

  /// The features that all actions share, if any.
  public var shared: SparseFeatures? {
    get { extent.shared.map(group) }
    set { self = ActionFeatures(shared: newValue, actions: actions) }
  }

  /// The features of each action.
  public var actions: [SparseFeatures] {
    get { extent.actions.map(group) }
    set { self = ActionFeatures(shared: shared, actions: newValue) }
  }

  private func group(_ group: Int) -> SparseFeatures { SparseFeatures(group, of: store) }
}

extension ActionFeatures: Hashable {
  public static func == (left: ActionFeatures, right: ActionFeatures) -> Bool {
    left.shared == right.shared && left.actions == right.actions
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(shared)
    hasher.combine(actions)
  }
}
