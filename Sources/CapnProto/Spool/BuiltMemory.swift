/// The segments of a builder that builds no more.
@safe final class BuiltMemory: MessageMemory, @unchecked Sendable {
  private let arena: BuilderArena

  init(_ arena: BuilderArena) { self.arena = arena }

  /// There is no frame around them.
  var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: nil, count: 0) }

  func release() { arena.spool?.release() }
}
