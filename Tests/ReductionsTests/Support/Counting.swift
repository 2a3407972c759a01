import AllocationCounter

/// What the counting of allocations needs.
enum Counting {
  /// Whether this is a release build.
  static var isOptimized: Bool {
    var isDebug = false
    func note() -> Bool {
      isDebug = true
      return true
    }
    assert(note())
    return !isDebug
  }

  /// Whether the counter can stand in for malloc.
  static var isAvailable: Bool { unsafe alloc_counter_unavailable_reason() == nil }
}
