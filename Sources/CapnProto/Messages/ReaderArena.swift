internal import CCapnProto
internal import Synchronization

/// A message that was read: its memory, and libcapnp's view of it.
///
/// It never changes, save for the count of what was read, which libcapnp keeps safe between
/// threads.
@safe final class ReaderArena: Arena, @unchecked Sendable {
  private let handle: OpaquePointer
  private let memory: any MessageMemory
  private let options: (traversalWords: UInt64, nesting: Int)
  private let parts: [UnsafeRawBufferPointer]
  // The type as one word, so that threads can note it without a lock: types live forever.
  private let typeOfRoot = Atomic<UInt>(0)

  /// The root pointer.
  let rootSegment: UnsafeRawPointer?
  let root: UnsafeRawPointer?

  init(
    memory: any MessageMemory, segments: [UnsafeRawBufferPointer], traversalWords: UInt64,
    nesting: Int
  ) throws(CapnProtoError) {
    var bounds: Range<UInt> = 0..<0
    if unsafe segments.count == 1, let base = unsafe segments[0].baseAddress {
      let start = UInt(bitPattern: base)
      unsafe bounds = start..<start + UInt(segments[0].count)
    }
    var handle: OpaquePointer?
    var root = unsafe ccapnp_pointer_reader()
    // libcapnp adds to the limit now and then, so it may not be the largest number there is.
    let limit = min(traversalWords, UInt64.max >> 4)
    let depth = Int32(clamping: nesting)
    let list = unsafe segments.map {
      unsafe ccapnp_segment(words: $0.baseAddress, count: $0.count / 8)
    }
    try unsafe attempt { error in
      unsafe ccapnp_message_open(list, list.count, limit, depth, &handle, &root, &error)
    }
    unsafe self.handle = handle.unsafelyUnwrapped
    unsafe self.root = root.pointer
    unsafe self.rootSegment = root.segment
    self.memory = memory
    unsafe self.parts = segments
    options = (traversalWords, nesting)
    super.init(bounds: bounds, traversalWords: traversalWords)
  }

  deinit { unsafe ccapnp_message_destroy(handle) }

  override var limits: (traversalWords: UInt64, nesting: Int)? { options }
  override var segments: [UnsafeRawBufferPointer] { unsafe parts }
  override var rootSchema: SchemaNode? {
    let bits = typeOfRoot.load(ordering: .acquiring)
    guard bits != 0 else { return nil }
    let type = unsafe unsafeBitCast(bits, to: Any.Type.self)
    return (type as? any StructType.Type)?.schema
  }

  /// Remembers the type of the root, for the paths of errors.
  func note(typeOfRoot type: any StructType.Type) {
    typeOfRoot.store(unsafe unsafeBitCast(type as Any.Type, to: UInt.self), ordering: .releasing)
  }
}
