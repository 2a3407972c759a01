/// The columns with the largest values among those that were offered; of equal ones, the later.
struct LargestColumns {
  private let capacity: Int
  // A heap with the least one at the top. A key is the bits of a value, which order as the values do
  // where none is negative, and the column behind them.
  private var heap: [UInt64] = []

  init(capacity: Int) {
    self.capacity = capacity
    heap.reserveCapacity(capacity)
  }

  /// The columns, ascending.
  var columns: [Int] { heap.map { Int(UInt32(truncatingIfNeeded: $0)) }.sorted() }

  /// Takes up the columns whose value reaches a threshold; values are not negative.
  mutating func offer(_ values: [Float], from threshold: Float) {
    // From the last one on, so that one with an equal value need not push out another.
    for column in values.indices.reversed() where values[column] >= threshold {
      // Plus zero, as there is a negative one.
      let bits = UInt64((values[column] + 0).bitPattern)
      let key = bits << 32 | UInt64(UInt32(truncatingIfNeeded: column))
      if heap.count < capacity {
        heap.append(key)
        rise()
      } else if key > heap[0] {
        heap[0] = key
        sink()
      }
    }
  }

  private mutating func rise() {
    var place = heap.count - 1
    while place > 0, heap[place] < heap[(place - 1) / 2] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink() {
    var place = 0
    while true {
      var least = place
      for child in 2 * place + 1...2 * place + 2
      where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      if least == place { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}
