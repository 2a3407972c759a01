extension SpooledArray {
  /// Sorts it in place, as a heap, without any memory of its own.
  func sort(by isLess: (Element, Element) -> Bool) {
    for start in stride(from: count / 2 - 1, through: 0, by: -1) { sink(start, count, isLess) }
    for end in stride(from: count - 1, to: 0, by: -1) {
      swap(0, end)
      sink(0, end, isLess)
    }
  }

  /// Moves an element down until none below it is larger.
  private func sink(_ start: Int, _ end: Int, _ isLess: (Element, Element) -> Bool) {
    var place = start
    while place * 2 + 1 < end {
      var child = place * 2 + 1
      if child + 1 < end, isLess(self[child], self[child + 1]) { child += 1 }
      guard isLess(self[place], self[child]) else { return }
      swap(place, child)
      place = child
    }
  }

  private func swap(_ left: Int, _ right: Int) {
    (self[left], self[right]) = (self[right], self[left])
  }
}
