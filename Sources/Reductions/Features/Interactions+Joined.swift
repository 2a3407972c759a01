// What two groups are together, without making it.
extension Interactions {
  /// The features of a namespace in two groups: first those of the first one.
  private struct Joined {
    let first: Range<Int>
    let second: Range<Int>

    @inline(__always)
    init(_ store: FeatureStore, _ groups: (Int, Int), _ namespace: Namespace) {
      first = store.range(of: namespace, in: groups.0)
      second = store.range(of: namespace, in: groups.1)
    }

    @inline(__always)
    var count: Int { first.count + second.count }

    /// The place of a feature in the store.
    @inline(__always)
    subscript(index: Int) -> Int {
      index < first.count
        ? first.lowerBound &+ index : second.lowerBound &+ index &- first.count
    }
  }

  /// Calls a function with each feature that the interactions give of two groups together, in their
  /// order.
  @inline(__always)
  func forEach(_ store: FeatureStore, _ first: Int, _ second: Int, _ body: (UInt32, Float) -> Void)
  {
    for pair in pairs { forEach(store, (first, second), pair, body) }
    for triple in triples { forEach(store, (first, second), triple, body) }
  }

  @inline(__always)
  private func forEach(
    _ store: FeatureStore, _ groups: (Int, Int), _ pair: (Namespace, Namespace),
    _ body: (UInt32, Float) -> Void
  ) {
    let (left, right) = (Joined(store, groups, pair.0), Joined(store, groups, pair.1))
    // Of a namespace with itself each pair comes once.
    let isSame = pair.0 == pair.1
    for outer in 0..<left.count {
      let one = store.features[left[outer]]
      let hash = Self.prime &* one.index
      var inner = isSame ? outer : 0
      while inner < right.count {
        let two = store.features[right[inner]]
        body(hash ^ two.index, one.value * two.value)
        inner += 1
      }
    }
  }

  @inline(__always)
  private func forEach(
    _ store: FeatureStore, _ groups: (Int, Int), _ triple: (Namespace, Namespace, Namespace),
    _ body: (UInt32, Float) -> Void
  ) {
    let left = Joined(store, groups, triple.0)
    let (middle, right) = (Joined(store, groups, triple.1), Joined(store, groups, triple.2))
    let (isSame, isNextSame) = (triple.0 == triple.1, triple.1 == triple.2)
    for outer in 0..<left.count {
      let one = store.features[left[outer]]
      let hash = Self.prime &* one.index
      var inner = isSame ? outer : 0
      while inner < middle.count {
        let two = store.features[middle[inner]]
        let hash = Self.prime &* (hash ^ two.index)
        let product = one.value * two.value
        // The outermost place counts here too, as it does in reductionml.
        var innermost = isNextSame ? outer : 0
        while innermost < right.count {
          let three = store.features[right[innermost]]
          body(hash ^ three.index, product * three.value)
          innermost += 1
        }
        inner += 1
      }
    }
  }
}
