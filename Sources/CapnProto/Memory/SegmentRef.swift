internal import Synchronization

/// What the code that touches memory needs to know of a segment, at a place of its own.
///
/// It does not change once it is made.
@unsafe @usableFromInline struct SegmentControl {
  /// The addresses between which a pointer may lead that names no other segment.
  ///
  /// The pointers of a builder can be trusted, and its bounds are all of memory.
  let bounds: Range<UInt>

  /// Where the segment starts, and its number in the message; nil where that is not known.
  let start: UInt
  let id: UInt32?

  /// What all segments of the arena share.
  let shared: UnsafeMutablePointer<SharedControl>

  /// The segment as libcapnp's readers know it.
  let reader: UnsafeRawPointer?

  /// The segment as libcapnp's builders know it, with their table of capabilities.
  let builder: UnsafeMutableRawPointer?
  let capTable: UnsafeMutableRawPointer?

  /// The arena that this belongs to, which gives it back.
  unowned(unsafe) let arena: Arena
}

/// What all segments of an arena share.
@unsafe struct SharedControl: ~Copyable {
  /// How many words may still be read in the whole arena.
  let budget: Atomic<Int>

  /// The segment, as the address of its control, that was last found from another one.
  let lastFound = Atomic<UInt>(0)

  init(words: Int) { unsafe budget = Atomic(words) }
}

/// A segment of an arena, by a pointer that does not count as a reference.
///
/// Views hold it beside their arena, and calls are made on it. A call on the arena itself would be a
/// use of a class reference: every module that inlines a getter would retain the arena over the call,
/// at a greater cost than the call's own.
///
/// So nothing keeps the arena alive over the call but the view, and the optimizer ends the life of a
/// view that is a mere temporary before a call, or a load, in which it sees no use of it. Every
/// function of a view that calls or loads therefore extends the life of its arena to its end; that is
/// no retain, as the caller has the view.
@unsafe @usableFromInline struct SegmentRef: BitwiseCopyable {
  let control: UnsafeMutablePointer<SegmentControl>

  /// Counts words that are about to be read; false when there were too many.
  ///
  /// As in libcapnp the count is not exact where several threads read: exact counting would make
  /// them wait for each other.
  @inline(__always)
  func spend(_ words: Int) -> Bool {
    let shared = unsafe control.pointee.shared
    let left = unsafe shared.pointee.budget.load(ordering: .relaxed)
    if left == .max { return true }
    guard words <= left else { return false }
    unsafe shared.pointee.budget.store(left - words, ordering: .relaxed)
    return true
  }

  /// The segment that libcapnp's readers name, found from another one of the same arena.
  @inline(__always)
  func sibling(
    _ reader: UnsafeRawPointer?, holding address: UnsafeRawPointer?
  ) -> SegmentRef? {
    if unsafe reader == control.pointee.reader { return unsafe self }
    guard let reader = unsafe reader else { return nil }
    if let last = unsafe lastFound, unsafe last.control.pointee.reader == reader {
      return unsafe last
    }
    return unsafe remember(control.pointee.arena.segment(reader, holding: address))
  }

  /// The segment that libcapnp's builders name, found from another one of the same arena.
  @inline(__always)
  func sibling(
    _ builder: UnsafeMutableRawPointer?, holding address: UnsafeRawPointer?
  ) -> SegmentRef? {
    if unsafe builder == control.pointee.builder { return unsafe self }
    guard let builder = unsafe builder else { return nil }
    if let last = unsafe lastFound, unsafe last.control.pointee.builder == builder {
      return unsafe last
    }
    return unsafe remember(control.pointee.arena.segment(builder, holding: address))
  }

  /// The segment with a number, where it is at hand: this one, or the one that was last found.
  @inline(__always)
  func known(_ id: UInt32) -> SegmentRef? {
    if let last = unsafe lastFound, unsafe last.control.pointee.id == id { return unsafe last }
    return unsafe control.pointee.id == id ? self : nil
  }

  // A message has few segments, so the one that was found last is likely the one that is meant.
  @inline(__always)
  private var lastFound: SegmentRef? {
    let address = unsafe control.pointee.shared.pointee.lastFound.load(ordering: .acquiring)
    return unsafe UnsafeMutablePointer(bitPattern: address).map { unsafe SegmentRef(control: $0) }
  }

  private func remember(_ found: SegmentRef?) -> SegmentRef? {
    if let found = unsafe found {
      unsafe control.pointee.shared.pointee.lastFound.store(
        UInt(bitPattern: found.control), ordering: .releasing)
    }
    return unsafe found
  }
}
