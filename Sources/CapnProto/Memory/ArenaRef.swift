internal import Synchronization

/// What the code that touches memory needs to know of an arena, at a place of its own.
@unsafe @usableFromInline struct ArenaControl: ~Copyable {
  /// The addresses between which a pointer may lead that names no other segment.
  ///
  /// For a message of one segment that came from outside these are its bounds. A builder's own
  /// pointers can be trusted, and its bounds are all of memory. For a message of several segments
  /// they hold nothing, and libcapnp follows the pointers.
  let bounds: Range<UInt>

  /// How many words may still be read here.
  let budget: Atomic<Int>

  /// libcapnp's table of capabilities; of a builder only.
  var capTable: UnsafeMutableRawPointer?

  /// The arena that this belongs to, which gives it back.
  unowned(unsafe) let arena: Arena
}

/// An arena without a reference that counts.
///
/// A getter calls out with the arena of its own view. Given a class reference, every module that
/// inlines the getter would retain the arena over the call, at a greater cost than the call's own.
/// The arena is alive all the same: the view is an argument of the getter, and arguments live to the
/// end of a call whose effects a deinitializer could see. All calls here are of that kind, and so are
/// loads from the memory of a message.
@unsafe @usableFromInline struct ArenaRef: BitwiseCopyable {
  let control: UnsafeMutablePointer<ArenaControl>

  /// Counts words that are about to be read; false when there were too many.
  ///
  /// As in libcapnp the count is not exact where several threads read: exact counting would make
  /// them wait for each other.
  @inline(__always)
  func spend(_ words: Int) -> Bool {
    let left = unsafe control.pointee.budget.load(ordering: .relaxed)
    if left == .max { return true }
    guard words <= left else { return false }
    unsafe control.pointee.budget.store(left - words, ordering: .relaxed)
    return true
  }
}
