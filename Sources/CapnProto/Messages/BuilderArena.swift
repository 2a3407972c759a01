internal import CCapnProto
internal import Synchronization

/// The memory of a message that is being built.
///
/// Views and orphans hold it, and not the `MessageBuilder`: so a builder that is reset while old
/// views are about leaves them their memory, and starts with a new arena.
///
/// A builder belongs to one task, and nothing here calls out while it changes, so the fields are
/// spared the check for overlapping access, which would cost more than most calls do.
@safe @usableFromInline final class BuilderArena: Arena {
  private let firstSegmentWords: UInt32
  private let growth: Int32
  /// Where the segments lie, if not on the heap.
  let spool: SegmentSpool?
  @exclusivity(unchecked) private(set) var handle: OpaquePointer?
  @exclusivity(unchecked) private(set) var root: UnsafeMutableRawPointer?
  @exclusivity(unchecked) private(set) var rootSegment: SegmentRef?
  @exclusivity(unchecked) private var others: [SegmentRef] = unsafe []
  @exclusivity(unchecked) var typeOfRoot: (any StructType.Type)?

  /// From the address by which libcapnp's builder knows a segment to that of the same segment for
  /// reading: the shift from a C++ class to its base, which is the same for all segments.
  @exclusivity(unchecked) private var readerShift = 0

  init(firstSegmentWords: Int, growth: MessageBuilder.Growth, memoryBytes: Int?) {
    spool = memoryBytes.map { SegmentSpool(memoryBytes: $0) }
    self.firstSegmentWords = UInt32(clamping: firstSegmentWords)
    self.growth =
      switch growth {
      case .doubling: Int32(CCAPNP_GROWTH_DOUBLING)
      case .fixed: Int32(CCAPNP_GROWTH_FIXED)
      }
    super.init(traversalWords: .max)
  }

  deinit {
    forgetSegments()
    unsafe ccapnp_builder_destroy(handle)
  }

  /// libcapnp's builder, which is made together with the root pointer when it is first asked for:
  /// so making a `MessageBuilder` takes no memory and cannot fail.
  func prepared() throws(CapnProtoError) -> OpaquePointer {
    if let handle = unsafe handle, unsafe root != nil { return unsafe handle }
    if unsafe handle == nil {
      try create()
    }
    var pointer = unsafe ccapnp_pointer_builder()
    try unsafe attempt { error in unsafe ccapnp_builder_root(handle, &pointer, &error) }
    var reader = unsafe ccapnp_pointer_reader()
    try unsafe attempt { error in unsafe ccapnp_pointer_as_reader(&pointer, &reader, &error) }
    unsafe readerShift =
      Int(bitPattern: reader.segment) - Int(bitPattern: pointer.segment)
    // The root pointer is the first word of the first segment.
    unsafe rootSegment = makeFirstSegment(
      bounds: 0..<UInt.max, start: UInt(bitPattern: pointer.pointer), reader: reader.segment,
      builder: pointer.segment,
      capTable: pointer.cap_table)
    unsafe root = pointer.pointer
    return unsafe handle.unsafelyUnwrapped
  }

  private func create() throws(CapnProtoError) {
    try unsafe attempt { error in
      guard let spool else {
        return unsafe ccapnp_builder_create(firstSegmentWords, growth, &handle, &error)
      }
      var source = unsafe spool.source
      return unsafe ccapnp_builder_create_in(&source, firstSegmentWords, growth, &handle, &error)
    }
  }

  /// Empties the memory for another message.
  ///
  /// No view of it may be left.
  func reset() {
    unsafe typeOfRoot = nil
    pathBudget.store(PathBudget.ofArena, ordering: .relaxed)
    unsafe root = nil
    forgetSegments()
    guard unsafe handle != nil else { return }
    if unsafe ccapnp_builder_reset(handle, nil) != CCAPNP_OK {
      unsafe ccapnp_builder_destroy(handle)
      unsafe handle = nil
    }
  }

  private func forgetSegments() {
    unsafe rootSegment = nil
    forgetLastFound()
    for index in unsafe others.indices { unsafe others[index].control.deallocate() }
    unsafe others.removeAll(keepingCapacity: true)
  }

  /// The segment that holds an address.
  private func place(holding address: UnsafeRawPointer?) -> (start: UInt, id: UInt32)? {
    guard let all = unsafe try? outputSegments() else { return nil }
    let place = UInt(bitPattern: address)
    for id in unsafe all.indices {
      let start = unsafe UInt(bitPattern: all[id].baseAddress)
      if unsafe place >= start && place < start + UInt(all[id].count) {
        return (start, UInt32(id))
      }
    }
    return nil
  }

  override func segment(
    _ builder: UnsafeMutableRawPointer, holding address: UnsafeRawPointer?
  ) -> SegmentRef? {
    if unsafe rootSegment?.control.pointee.builder == builder { return unsafe rootSegment }
    // The newest is where things are built, so it is looked at first.
    for index in unsafe others.indices.reversed() {
      if unsafe others[index].control.pointee.builder == builder { return unsafe others[index] }
    }
    let made = unsafe makeSegment(
      bounds: 0..<UInt.max, place: place(holding: address),
      reader: UnsafeRawPointer(builder) + readerShift, builder: builder,
      capTable: rootSegment?.control.pointee.capTable)
    unsafe others.append(made)
    return unsafe made
  }

  override func segment(
    _ reader: UnsafeRawPointer, holding address: UnsafeRawPointer?
  ) -> SegmentRef? {
    unsafe segment(UnsafeMutableRawPointer(mutating: reader) - readerShift, holding: address)
  }

  override var rootSchema: SchemaNode? { unsafe typeOfRoot?.schema }

  override var segments: [UnsafeRawBufferPointer] {
    guard unsafe root != nil else { return unsafe [] }
    return unsafe (try? outputSegments()) ?? []
  }
}
