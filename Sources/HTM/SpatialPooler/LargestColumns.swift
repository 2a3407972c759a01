/// The columns with the largest values among those that were offered; of equal ones, the later.
struct LargestColumns {
  private let capacity: Int
  // A heap with the least one at the top.
  private var heap: [(value: Float, column: Int)] = []

  init(capacity: Int) {
    self.capacity = capacity
    heap.reserveCapacity(capacity)
  }

  var columns: [Int] { heap.map(\.column) }

  /// Takes a column up if it is among the largest; columns are offered in ascending order.
  mutating func offer(_ value: Float, _ column: Int) {
    if heap.count < capacity {
      heap.append((value, column))
      rise(heap.count - 1)
    } else if value >= heap[0].value {
      heap[0] = (value, column)
      sink()
    }
  }

  private func isLess(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (heap[left], heap[right])
    return left.value < right.value || left.value == right.value && left.column < right.column
  }

  private mutating func rise(_ place: Int) {
    var place = place
    while place > 0, isLess(place, (place - 1) / 2) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink() {
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
        if isLess(child, least) { least = child }
      }
      if least == place { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}
