/// What is known of each feature, for those of which something is.
///
/// The states lie side by side in the order in which features came up, so that those that are in
/// use stay in the cache, and a table of 2^30 features takes no more memory than it has learnt.
struct WeightTable: Sendable {
  /// Tables up to this size find a feature's place without searching: 4 bytes for each.
  private static let directBits = 20

  let numBits: Int

  /// The state of place 0 stays zero: it stands for all features that did not come up.
  var states = [CoinState()]

  /// The features of the places.
  private(set) var indices: [UInt32] = [.max]

  /// The place of each feature, or of a search; 0 where it has none.
  private var places: [UInt32] = []

  private var shift: UInt32 = 32

  private let mask: UInt32

  init(numBits: Int) {
    self.numBits = numBits
    mask = UInt32(truncatingIfNeeded: (1 << numBits) - 1)
  }

  @inline(__always)
  private var isDirect: Bool { numBits <= Self.directBits }

  /// The number of features that came up.
  var count: Int { states.count - 1 }

  /// The place of a feature, 0 for one that did not come up.
  @inline(__always)
  func place(_ index: UInt32) -> Int {
    let index = index & mask
    // There are no places at first.
    guard isDirect else { return places.isEmpty ? 0 : Int(places[search(index)]) }
    return index < places.count ? Int(places[Int(index)]) : 0
  }

  @inline(__always)
  subscript(place: Int) -> CoinState {
    get { states[place] }
    set { states[place] = newValue }
  }

  /// The weight of a feature, 0 for one that did not come up.
  @inline(__always)
  func weight(_ index: UInt32) -> Float { states[place(index)].weight }

  /// A feature with its place.
  @inline(__always)
  mutating func step(_ index: UInt32, _ value: Float) -> CoinStep {
    CoinStep(place: UInt32(truncatingIfNeeded: makePlace(index)), value: value)
  }

  /// The place of a feature, which it is given where it has none.
  @inline(__always)
  mutating func makePlace(_ index: UInt32) -> Int {
    let place = place(index)
    return place > 0 ? place : add(index & mask)
  }

  private mutating func add(_ index: UInt32) -> Int {
    if isDirect {
      if places.isEmpty { places = Array(repeating: 0, count: 1 << numBits) }
      places[Int(index)] = UInt32(states.count)
    } else {
      if states.count * 2 > places.count { grow() }
      places[search(index)] = UInt32(states.count)
    }
    states.append(CoinState())
    indices.append(index)
    return states.count - 1
  }

  // Odd, and not the same in each process: nobody can choose features that all meet. The order of
  // the places never reaches a file.
  private static let multiplier = UInt32.random(in: 0...UInt32.max) | 1

  /// Where a feature is in a table that is searched, or would be.
  private func search(_ index: UInt32) -> Int {
    var position = Int((index &* Self.multiplier) >> shift)
    while true {
      let place = Int(places[position])
      if place == 0 || indices[place] == index { return position }
      position = (position + 1) & (places.count - 1)
    }
  }

  private mutating func grow() {
    let size = max(64, places.count * 2)
    places = Array(repeating: 0, count: size)
    shift = UInt32(32 - size.trailingZeroBitCount)
    for place in states.indices.dropFirst() {
      places[search(indices[place])] = UInt32(place)
    }
  }
}

extension WeightTable {
  /// A table of features, ascending and within range, with six numbers each.
  init(numBits: Int, _ features: [UInt32], _ numbers: [Float]) {
    self.init(numBits: numBits)
    reserve(features.count)
    for (index, feature) in features.enumerated() {
      let first = index * CoinState.count
      let place = makePlace(feature)
      states[place] = CoinState(
        weight: numbers[first], gradients: numbers[first + 1], magnitudes: numbers[first + 2],
        largest: numbers[first + 3], wealth: numbers[first + 4], bound: numbers[first + 5])
    }
  }

  private mutating func reserve(_ count: Int) {
    states.reserveCapacity(count + 1)
    indices.reserveCapacity(count + 1)
  }

  /// The places of all features with a state other than zero, by their numbers.
  var ordered: [Int] {
    states.indices.filter { !states[$0].isFresh }.sorted { indices[$0] < indices[$1] }
  }
}

extension WeightTable: Hashable {
  static func == (left: WeightTable, right: WeightTable) -> Bool {
    left.numBits == right.numBits && left.content == right.content
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(numBits)
    hasher.combine(states.count)
  }

  private var content: [UInt32: [UInt32]] {
    var content: [UInt32: [UInt32]] = [:]
    for place in states.indices where !states[place].isFresh {
      let numbers = states[place].numbers
      content[indices[place]] = (0..<CoinState.count).map { numbers[$0].bitPattern }
    }
    return content
  }
}
