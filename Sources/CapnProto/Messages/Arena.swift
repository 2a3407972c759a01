internal import Synchronization

/// What keeps the memory under a view alive: a message that was read, or a builder.
@safe @usableFromInline class Arena {
  private let budget: UnsafeMutablePointer<Atomic<Int>>

  /// How many pointers may still be visited in search of the paths of errors.
  final let pathBudget = Atomic<Int>(PathBudget.ofArena)

  init(traversalWords: UInt64) {
    unsafe budget = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe budget.initialize(
      to: Atomic(traversalWords >= UInt64(Int.max) ? .max : Int(traversalWords)))
  }

  deinit {
    unsafe budget.deinitialize(count: 1)
    unsafe budget.deallocate()
  }

  /// Makes a control for a segment, which the caller gives back.
  final func makeSegment(
    bounds: Range<UInt>, reader: UnsafeRawPointer?, builder: UnsafeMutableRawPointer? = nil,
    capTable: UnsafeMutableRawPointer? = nil
  ) -> SegmentRef {
    let control = UnsafeMutablePointer<SegmentControl>.allocate(capacity: 1)
    unsafe control.initialize(
      to: SegmentControl(
        bounds: bounds, budget: budget, reader: reader, builder: builder, capTable: capTable,
        arena: self))
    return unsafe SegmentRef(control: control)
  }

  /// The segment that libcapnp's readers name, which holds an address.
  func segment(_ reader: UnsafeRawPointer, holding address: UnsafeRawPointer?) -> SegmentRef? {
    nil
  }

  /// The segment that libcapnp's builders name.
  func segment(_ builder: UnsafeMutableRawPointer) -> SegmentRef? { nil }

  /// The limits of a message that came from outside; nil for a builder, which has none.
  var limits: (traversalWords: UInt64, nesting: Int)? { nil }

  /// The memory of the message, as far as it is used.
  var segments: [UnsafeRawBufferPointer] { unsafe [] }

  /// The schema of the root, once the root was asked for with a type: errors name fields by it.
  var rootSchema: SchemaNode? { nil }
}

/// The arena of constants, whose memory is never given back.
@safe final class ConstantArena: Arena, @unchecked Sendable {
  init() { super.init(traversalWords: .max) }
}
