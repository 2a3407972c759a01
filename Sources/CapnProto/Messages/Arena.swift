internal import Synchronization

/// What keeps the memory under a view alive: a message that was read, or a builder.
@safe @usableFromInline class Arena {
  /// What the segments share, and behind it the place for the first one's control.
  private let shared: UnsafeMutablePointer<SharedControl>

  /// How many pointers may still be visited in search of the paths of errors.
  final let pathBudget = Atomic<Int>(PathBudget.ofArena)

  init(traversalWords: UInt64) {
    let block = unsafe UnsafeMutableRawPointer.allocate(
      byteCount: Self.firstOffset + MemoryLayout<SegmentControl>.size, alignment: 16)
    unsafe shared = block.bindMemory(to: SharedControl.self, capacity: 1)
    unsafe shared.initialize(
      to: SharedControl(words: traversalWords >= UInt64(Int.max) ? .max : Int(traversalWords)))
  }

  deinit {
    unsafe shared.deinitialize(count: 1)
    unsafe UnsafeMutableRawPointer(shared).deallocate()
  }

  private static var firstOffset: Int { unsafe (MemoryLayout<SharedControl>.size + 15) / 16 * 16 }

  /// Makes the control of the first segment, in the arena's own memory.
  final func makeFirstSegment(
    bounds: Range<UInt>, start: UInt, reader: UnsafeRawPointer?,
    builder: UnsafeMutableRawPointer? = nil, capTable: UnsafeMutableRawPointer? = nil
  ) -> SegmentRef {
    let place = unsafe UnsafeMutableRawPointer(shared) + Self.firstOffset
    return unsafe initialize(
      place.bindMemory(to: SegmentControl.self, capacity: 1), bounds, (start, 0), reader, builder,
      capTable)
  }

  /// Makes a control for a segment, which the caller gives back.
  final func makeSegment(
    bounds: Range<UInt>, place: (start: UInt, id: UInt32)?, reader: UnsafeRawPointer?,
    builder: UnsafeMutableRawPointer? = nil, capTable: UnsafeMutableRawPointer? = nil
  ) -> SegmentRef {
    unsafe initialize(.allocate(capacity: 1), bounds, place, reader, builder, capTable)
  }

  /// Forgets which segment was found last, before the controls are given back.
  final func forgetLastFound() { unsafe shared.pointee.lastFound.store(0, ordering: .relaxed) }

  private func initialize(
    _ control: UnsafeMutablePointer<SegmentControl>, _ bounds: Range<UInt>,
    _ place: (start: UInt, id: UInt32)?,
    _ reader: UnsafeRawPointer?, _ builder: UnsafeMutableRawPointer?,
    _ capTable: UnsafeMutableRawPointer?
  ) -> SegmentRef {
    unsafe control.initialize(
      to: SegmentControl(
        bounds: bounds, start: place?.start ?? 0, id: place?.id, shared: shared, reader: reader,
        builder: builder, capTable: capTable,
        arena: self))
    return unsafe SegmentRef(control: control)
  }

  /// The segment that libcapnp's readers name, which holds an address.
  func segment(_ reader: UnsafeRawPointer, holding address: UnsafeRawPointer?) -> SegmentRef? {
    nil
  }

  /// The segment that libcapnp's builders name, which holds an address.
  func segment(
    _ builder: UnsafeMutableRawPointer, holding address: UnsafeRawPointer?
  ) -> SegmentRef? {
    nil
  }

  /// The limits of a message that came from outside; nil for a builder, which has none.
  var limits: ReadLimits? { nil }

  /// The memory of the message, as far as it is used.
  var segments: [UnsafeRawBufferPointer] { unsafe [] }

  /// The schema of the root, once the root was asked for with a type: errors name fields by it.
  var rootSchema: SchemaNode? { nil }
}

/// The arena of constants, whose memory is never given back.
@safe final class ConstantArena: Arena, @unchecked Sendable {
  init() { super.init(traversalWords: .max) }
}
