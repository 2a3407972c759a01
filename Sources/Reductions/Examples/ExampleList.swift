/// Examples side by side, in memory that is used again.
package struct ExampleList: Sendable {
  private struct Entry: Sendable, BitwiseCopyable {
    let extent: Extent
    let label: Label?
  }

  var store = FeatureStore()
  private var entries = PlainList<Entry>()

  /// Makes a list without examples.
  package init() {}

  /// The number of examples.
  package var count: Int { entries.count }

  /// What an example should have given.
  @inline(__always)
  package func label(_ index: Int) -> Label? { entries[index].label }

  /// The number of features of an example, without those that interactions give.
  package func featureCount(_ index: Int) -> Int {
    extent(index).groups.reduce(0) { $0 + store.featureCount(of: $1) }
  }

  /// Where the features of an example are.
  @inline(__always)
  func extent(_ index: Int) -> Extent { entries[index].extent }

  /// An example by itself.
  package func example(_ index: Int) -> Example {
    Example(features: Features(extent(index), of: store), label: label(index))
  }

  /// Removes all examples, and keeps the memory.
  package mutating func removeAll() {
    store.removeAll()
    entries.removeAll()
  }

  /// Ends an example, whose features are the groups of the store behind those of the one before.
  @inline(__always)
  mutating func end(_ type: FeaturesType, sharing shared: Extent.Shared = .none, _ label: Label?) {
    entries.detach()
    let start = entries.last?.extent.groups.upperBound ?? 0
    entries.append(Entry(extent: Extent(type, start..<store.count, shared), label: label))
  }
}
