internal import Synchronization

/// What keeps the memory under a view alive: a message that was read, or a builder.
@safe @usableFromInline class Arena {
  /// The arena, for calls that touch its memory.
  @usableFromInline final let ref: ArenaRef

  init(bounds: Range<UInt>, traversalWords: UInt64) {
    let control = UnsafeMutablePointer<ArenaControl>.allocate(capacity: 1)
    unsafe ref = ArenaRef(control: control)
    let budget = traversalWords >= UInt64(Int.max) ? .max : Int(traversalWords)
    unsafe control.initialize(
      to: ArenaControl(bounds: bounds, budget: Atomic(budget), capTable: nil, arena: self))
  }

  deinit {
    unsafe ref.control.deinitialize(count: 1)
    unsafe ref.control.deallocate()
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
