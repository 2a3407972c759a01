internal import Synchronization

/// What keeps the memory under a view alive: a message that was read, or a builder.
@safe @usableFromInline class Arena {
  /// The addresses between which a pointer may lead that names no other segment.
  ///
  /// For a message of one segment that came from outside these are its bounds. A builder's own
  /// pointers can be trusted, and its bounds are all of memory. For a message of several segments
  /// they hold nothing, and libcapnp follows the pointers.
  final let bounds: Range<UInt>

  /// How many words may still be read here; negative numbers never come up.
  private let budget: Atomic<Int>

  init(bounds: Range<UInt>, traversalWords: UInt64) {
    self.bounds = bounds
    budget = Atomic(traversalWords >= UInt64(Int.max) ? .max : Int(traversalWords))
  }

  /// Counts words that are about to be read; false when there were too many.
  ///
  /// As in libcapnp the count is not exact where several threads read: exact counting would make
  /// them wait for each other.
  @inline(__always)
  final func spend(_ words: Int) -> Bool {
    let left = budget.load(ordering: .relaxed)
    if left == .max { return true }
    guard words <= left else { return false }
    budget.store(left - words, ordering: .relaxed)
    return true
  }

  /// The limits of a message that came from outside; nil for a builder, which has none.
  var limits: (traversalWords: UInt64, nesting: Int)? { nil }

  /// The memory of a message that came from outside.
  var segments: [UnsafeRawBufferPointer] { unsafe [] }

  /// The schema of the root, once the root was asked for with a type: errors name fields by it.
  var rootSchema: SchemaNode? { nil }
}

/// The arena of constants, whose memory is never given back.
@safe final class ConstantArena: Arena, @unchecked Sendable {
  init() { super.init(bounds: 0..<0, traversalWords: .max) }
}
