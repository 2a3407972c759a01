internal import CCapnProto
internal import Synchronization

/// A message that was read: its memory, and libcapnp's view of it.
///
/// It never changes, save for the count of what was read, which is kept safe between threads.
@safe final class ReaderArena: Arena, @unchecked Sendable {
  private let handle: OpaquePointer
  private let memory: any MessageMemory
  private let readLimits: ReadLimits
  private let first: UnsafeRawBufferPointer
  private let more: [UnsafeRawBufferPointer]
  // The type as one word, so that threads can note it without a lock: types live forever.
  private let typeOfRoot = Atomic<UInt>(0)
  // The segments but the first that pointers led to so far.
  private let others = Mutex<[UInt: UInt]>([:])

  /// The root pointer.
  ///
  /// It is null where there is no first segment to hold it.
  private(set) var rootSegment: SegmentRef?
  let root: UnsafeRawPointer?

  init(
    memory: any MessageMemory, segments first: UnsafeRawBufferPointer,
    _ more: [UnsafeRawBufferPointer], limits: ReadLimits
  ) throws(CapnProtoError) {
    var handle: OpaquePointer?
    var root = unsafe ccapnp_pointer_reader()
    // libcapnp adds to the limit now and then, so it may not be the largest number there is.
    let limit = min(limits.traversalWords, UInt64.max >> 4)
    let depth = Int32(clamping: limits.nesting)
    var one = unsafe ccapnp_segment(words: first.baseAddress, count: first.count / 8)
    if unsafe more.isEmpty {
      try unsafe attempt { error in
        unsafe ccapnp_message_open(&one, 1, limit, depth, &handle, &root, &error)
      }
    } else {
      let all =
        unsafe [one]
        + more.map { unsafe ccapnp_segment(words: $0.baseAddress, count: $0.count / 8) }
      try unsafe attempt { error in
        unsafe ccapnp_message_open(all, all.count, limit, depth, &handle, &root, &error)
      }
    }
    unsafe self.handle = handle.unsafelyUnwrapped
    unsafe self.root = root.pointer
    self.memory = memory
    unsafe self.first = first
    unsafe self.more = more
    readLimits = limits
    super.init(traversalWords: limits.traversalWords)
    unsafe rootSegment = makeFirstSegment(
      bounds: bounds(of: first), start: UInt(bitPattern: first.baseAddress), reader: root.segment)
  }

  deinit {
    others.withLock { known in
      for control in known.values { unsafe pointer(control)?.deallocate() }
    }
    unsafe ccapnp_message_destroy(handle)
  }

  /// Lets go of what can be read again.
  func release() { memory.release() }

  override var limits: ReadLimits? { readLimits }
  override var segments: [UnsafeRawBufferPointer] { unsafe [first] + more }

  private func bounds(of segment: UnsafeRawBufferPointer) -> Range<UInt> {
    let start = UInt(bitPattern: segment.baseAddress)
    return start..<start + UInt(segment.count)
  }

  private func pointer(_ control: UInt) -> UnsafeMutablePointer<SegmentControl>? {
    unsafe UnsafeMutablePointer(bitPattern: control)
  }

  override func segment(
    _ reader: UnsafeRawPointer, holding address: UnsafeRawPointer?
  ) -> SegmentRef? {
    let key = UInt(bitPattern: reader)
    let place = UInt(bitPattern: address)
    let control = others.withLock { known in
      if let control = known[key] { return control }
      let all = unsafe segments
      // Where one segment ends and the next one starts, an object of no size may belong to either.
      // Then nothing is known of the segment, and libcapnp follows its pointers.
      let id = unsafe all.firstIndex {
        let bounds = unsafe bounds(of: $0)
        return bounds.contains(place) && bounds.lowerBound != place
      }
      let limits = id.map { unsafe bounds(of: all[$0]) } ?? 0..<0
      let made = unsafe makeSegment(
        bounds: limits, place: id.map { (limits.lowerBound, UInt32($0)) }, reader: reader)
      let control = unsafe UInt(bitPattern: made.control)
      known[key] = control
      return control
    }
    return unsafe pointer(control).map { unsafe SegmentRef(control: $0) }
  }

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
