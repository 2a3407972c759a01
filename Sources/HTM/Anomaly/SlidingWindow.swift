/// The last numbers of a series, one behind another in memory.
struct SlidingWindow: Sendable {
  /// How many are kept.
  let capacity: Int

  private var storage: [Double] = []
  private var start = 0

  init(capacity: Int) { self.capacity = capacity }

  var count: Int { storage.count - start }

  var elements: ArraySlice<Double> { storage[start...] }

  /// The one that goes next, once the window is full.
  var oldest: Double? { count == capacity ? elements.first : nil }

  mutating func append(_ value: Double) {
    guard capacity > 0 else { return }
    if count == capacity { start += 1 }
    storage.append(value)
    // Removing from the front now and then costs less than doing it each time.
    guard start >= 64, start >= storage.count - start else { return }
    storage.removeFirst(start)
    start = 0
  }
}

extension SlidingWindow: Hashable {
  static func == (left: Self, right: Self) -> Bool {
    left.capacity == right.capacity && left.elements == right.elements
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(capacity)
    hasher.combine(elements)
  }
}
