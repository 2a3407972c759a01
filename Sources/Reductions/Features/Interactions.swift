/// The features that products of other ones give.
struct Interactions: Sendable, Hashable {
  /// The most features that an example may have with its interactions: more come of a few long
  /// lines, and would take minutes each.
  static let limit = 1 << 24

  let pairs: [(Namespace, Namespace)]
  let triples: [(Namespace, Namespace, Namespace)]

  init(_ config: GlobalConfig) {
    let compiled = config.interactions.map { $0.map { $0.namespace(seed: config.hashSeed) } }
    pairs = compiled.filter { $0.count == 2 }.map { ($0[0], $0[1]) }
    triples = compiled.filter { $0.count == 3 }.map { ($0[0], $0[1], $0[2]) }
  }

  var isEmpty: Bool { pairs.isEmpty && triples.isEmpty }

  static func == (left: Interactions, right: Interactions) -> Bool {
    left.pairs.elementsEqual(right.pairs, by: ==)
      && left.triples.elementsEqual(right.triples, by: ==)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(pairs.count)
    hasher.combine(triples.count)
  }

  /// The number of features of a group, or of two joined, with those that interactions give.
  ///
  /// - Throws: `ReductionsError` where there are too many.
  @discardableResult
  func size(
    _ store: FeatureStore, _ group: Int, _ other: Int? = nil
  ) throws(ReductionsError) -> Double {
    func size(_ namespace: Namespace) -> Double {
      Double(
        store.range(of: namespace, in: group).count
          + (other.map { store.range(of: namespace, in: $0).count } ?? 0))
    }
    var total = Double(
      store.featureCount(of: group) + (other.map { store.featureCount(of: $0) } ?? 0))
    for (first, second) in pairs { total += size(first) * size(second) }
    for (first, second, third) in triples { total += size(first) * size(second) * size(third) }
    guard total <= Double(Self.limit) else {
      throw .input(
        "features",
        "with its interactions the example has about \(total) features, and at most "
          + "\(Self.limit) are taken: it needs fewer features, or fewer interactions")
    }
    return total
  }

  /// Refuses an example of which there would be too many.
  @inline(__always)
  func check(_ store: FeatureStore, _ group: Int) throws(ReductionsError) {
    if !isEmpty || store.features.count > Self.limit { try size(store, group) }
  }

  static let prime: UInt32 = 16_777_619

  /// Calls a function with each feature that the interactions give, in their order.
  @inline(__always)
  func forEach(_ store: FeatureStore, _ group: Int, _ body: (UInt32, Float) -> Void) {
    for (first, second) in pairs {
      let (left, right) = (store.range(of: first, in: group), store.range(of: second, in: group))
      // Of a namespace with itself each pair comes once.
      let isSame = first == second
      for (skipped, place) in left.enumerated() {
        let one = store.features[place]
        let hash = Self.prime &* one.index
        for place in right.dropFirst(isSame ? skipped : 0) {
          let two = store.features[place]
          body(hash ^ two.index, one.value * two.value)
        }
      }
    }
    for (first, second, third) in triples {
      let ranges = (
        store.range(of: first, in: group), store.range(of: second, in: group),
        store.range(of: third, in: group)
      )
      let (isSame, isNextSame) = (first == second, second == third)
      for (skipped, place) in ranges.0.enumerated() {
        let one = store.features[place]
        let hash = Self.prime &* one.index
        for place in ranges.1.dropFirst(isSame ? skipped : 0) {
          let two = store.features[place]
          let hash = Self.prime &* (hash ^ two.index)
          let product = one.value * two.value
          // The outermost place counts here too, as it does in reductionml.
          for place in ranges.2.dropFirst(isNextSame ? skipped : 0) {
            let three = store.features[place]
            body(hash ^ three.index, product * three.value)
          }
        }
      }
    }
  }
}
