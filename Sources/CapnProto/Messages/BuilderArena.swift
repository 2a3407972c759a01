internal import CCapnProto

/// The memory of a message that is being built.
///
/// Views and orphans hold it, and not the `MessageBuilder`: so a builder that is reset while old
/// views are about leaves them their memory, and starts with a new arena.
@safe @usableFromInline final class BuilderArena: Arena {
  let handle: OpaquePointer
  var capTable: UnsafeMutableRawPointer?
  var root: UnsafeMutableRawPointer?
  var rootSegment: UnsafeMutableRawPointer?
  var typeOfRoot: SchemaNode?

  init(firstSegmentWords: Int, strategy: MessageBuilder.Growth) throws(CapnProtoError) {
    var created: OpaquePointer?
    let words = UInt32(clamping: firstSegmentWords)
    let growth =
      switch strategy {
      case .doubling: Int32(CCAPNP_GROWTH_DOUBLING)
      case .fixed: Int32(CCAPNP_GROWTH_FIXED)
      }
    try unsafe attempt { error in unsafe ccapnp_builder_create(words, growth, &created, &error) }
    unsafe handle = created.unsafelyUnwrapped
    super.init()
    try findRoot()
  }

  deinit { unsafe ccapnp_builder_destroy(handle) }

  /// Empties the memory for another message. No view of it may be left.
  func reset() throws(CapnProtoError) {
    try unsafe attempt { error in unsafe ccapnp_builder_reset(handle, &error) }
    typeOfRoot = nil
    try findRoot()
  }

  private func findRoot() throws(CapnProtoError) {
    var pointer = unsafe ccapnp_pointer_builder()
    try unsafe attempt { error in unsafe ccapnp_builder_root(handle, &pointer, &error) }
    unsafe root = pointer.pointer
    unsafe rootSegment = pointer.segment
    unsafe capTable = pointer.cap_table
  }

  override var rootSchema: SchemaNode? { typeOfRoot }
}
