/// A message that was read.
///
/// It never changes, and may be used by any number of threads at once.
///
/// Opening a message checks its frame, and takes no copy of it where its bytes allow that. What is
/// in it is checked while it is read: a getter that follows a pointer can throw.
///
/// Views of a message keep its memory alive, so that they may outlive the `Message`.
public struct Message: Sendable {
  let arena: ReaderArena

  /// The number of bytes that the message takes in its frame, unpacked.
  public let byteCount: Int

  /// Opens a message over memory that holds exactly its frame or more.
  init(
    _ memory: any MessageMemory, options: ReaderOptions, exactly: Bool = false
  ) throws(CapnProtoError) {
    let memory = try Self.aligned(memory)
    let bytes = unsafe memory.bytes
    let table = unsafe try SegmentTable(head: bytes)
    guard table.totalBytes <= bytes.count else {
      throw .cutOff(needed: table.totalBytes, have: bytes.count)
    }
    byteCount = table.totalBytes
    arena = unsafe try ReaderArena(
      memory: memory, segments: table.firstSegment(of: bytes), table.moreSegments(of: bytes),
      limits: ReadLimits(options, messageBytes: bytes.count))
  }

  /// Opens a message of segments that have no frame.
  init(
    _ memory: any MessageMemory, segments: [UnsafeRawBufferPointer], options: ReaderOptions
  ) throws(CapnProtoError) {
    let total = unsafe segments.reduce(0) { $0 + $1.count }
    byteCount = unsafe SegmentTable.headBytes(segments: segments.count) + total
    arena = unsafe try ReaderArena(
      memory: memory, segments: segments[0], Array(segments.dropFirst()),
      limits: ReadLimits(options, messageBytes: total))
  }

  /// The same bytes at a place where words may lie: memory that is not aligned is copied once.
  private static func aligned(
    _ memory: any MessageMemory
  ) throws(CapnProtoError) -> any MessageMemory {
    let bytes = unsafe memory.bytes
    guard UInt(bitPattern: bytes.baseAddress) % 8 != 0 else { return memory }
    return unsafe try OwnedMemory(copying: bytes)
  }
}

extension Message {
  /// The root of the message, as a struct of the schema.
  @inlinable public func root<T: StructType>(
    _ type: T.Type
  ) throws(CapnProtoError) -> T.Reader {
    try T._read(root(noting: T.self), default: nil)
  }

  /// The root pointer, without a type.
  public var root: PointerReader {
    unsafe PointerReader(
      arena: arena, segment: arena.rootSegment, pointer: arena.root,
      nesting: Int32(clamping: arena.limits?.nesting ?? 64))
  }

  @usableFromInline
  func root(noting type: any StructType.Type) -> PointerReader {
    arena.note(typeOfRoot: type)
    return root
  }

  /// Whether the message is in canonical form, the one form that all equal messages share.
  public var isCanonical: Bool {
    get throws(CapnProtoError) { try arena.isCanonical }
  }

  /// Calls a function with the memory of each segment, in place.
  public func withSegments<R, E: Error>(
    _ body: ([UnsafeRawBufferPointer]) throws(E) -> R
  ) throws(E) -> R {
    defer { withExtendedLifetime(arena) {} }
    return unsafe try body(arena.segments)
  }
}
