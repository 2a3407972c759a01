internal import CCapnProto
public import Foundation

extension MessageBuilder {
  /// Calls a function with the memory of each segment, in place.
  public func withSegments<R>(
    _ body: ([UnsafeRawBufferPointer]) throws(CapnProtoError) -> R
  ) throws(CapnProtoError) -> R {
    defer { withExtendedLifetime(self) {} }
    return unsafe try body(arena.outputSegments())
  }

  /// The number of bytes of the framed message, unpacked.
  public var byteCount: Int {
    get throws(CapnProtoError) {
      unsafe try withSegments { (segments) in unsafe Self.frameSize(segments) }
    }
  }

  /// The framed message, unpacked.
  public func bytes() throws(CapnProtoError) -> Data {
    unsafe try withSegments { (segments) throws(CapnProtoError) in
      let count = unsafe Self.frameSize(segments)
      guard let memory = unsafe malloc(count) else { throw .outOfMemory }
      unsafe Self.write(
        segments, into: UnsafeMutableRawBufferPointer(start: memory, count: count))
      return unsafe Data(bytesNoCopy: memory, count: count, deallocator: .free)
    }
  }

  /// The framed message, packed.
  public func packedBytes() throws(CapnProtoError) -> Data {
    unsafe try withSegments { (segments) throws(CapnProtoError) in
      let bound = unsafe Packing.bound(segments)
      guard let memory = unsafe malloc(bound) else { throw .outOfMemory }
      let count = unsafe Packing.pack(
        segments, into: UnsafeMutableRawBufferPointer(start: memory, count: bound))
      let kept = unsafe realloc(memory, max(count, 1)) ?? memory
      return unsafe Data(bytesNoCopy: kept, count: count, deallocator: .free)
    }
  }

  /// Writes the framed message, unpacked, to the start of a buffer, and gives the number of bytes.
  @unsafe public func write(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(CapnProtoError) -> Int {
    unsafe try withSegments { (segments) throws(CapnProtoError) in
      let count = unsafe Self.frameSize(segments)
      guard count <= buffer.count else {
        throw .bufferTooSmall(needed: count, have: buffer.count)
      }
      unsafe Self.write(segments, into: buffer)
      return count
    }
  }

  private static func frameSize(_ segments: [UnsafeRawBufferPointer]) -> Int {
    var size = unsafe SegmentTable.headBytes(segments: segments.count)
    for index in unsafe segments.indices { size += unsafe segments[index].count }
    return size
  }

  /// Writes head and segments to a buffer that has room for them.
  private static func write(
    _ segments: [UnsafeRawBufferPointer], into buffer: UnsafeMutableRawBufferPointer
  ) {
    var position = unsafe SegmentTable.headBytes(segments: segments.count)
    unsafe SegmentTable.write(
      segments, into: UnsafeMutableRawBufferPointer(rebasing: buffer[0..<position]))
    for index in unsafe segments.indices where unsafe segments[index].count > 0 {
      unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[position...]).copyMemory(
        from: segments[index])
      position += unsafe segments[index].count
    }
  }

  /// Writes the framed message, packed, to the start of a buffer, and gives the number of bytes.
  ///
  /// The buffer must have room for `packedByteBound` bytes, though fewer may be written.
  @unsafe public func writePacked(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(CapnProtoError) -> Int {
    unsafe try withSegments { (segments) throws(CapnProtoError) in
      let bound = unsafe Packing.bound(segments)
      guard bound <= buffer.count else {
        throw .bufferTooSmall(needed: bound, have: buffer.count)
      }
      return unsafe Packing.pack(segments, into: buffer)
    }
  }

  /// The most bytes that the message can pack to.
  public var packedByteBound: Int {
    get throws(CapnProtoError) { unsafe try withSegments { unsafe Packing.bound($0) } }
  }

  /// The root struct's segment alone, without a frame; a message of one segment is needed.
  public func flatBytes() throws(CapnProtoError) -> Data {
    unsafe try withSegments { (segments) throws(CapnProtoError) in
      guard unsafe segments.count == 1 else {
        throw unsafe CapnProtoError(
          .unsupported,
          "a flat message has one segment, and this one has \(segments.count): start with a larger "
            + "first segment, or use canonicalBytes() of the root")
      }
      return unsafe Data(segments[0])
    }
  }

  /// The message as it stands now, for reading; what is built later does not change it.
  public func snapshot(
    options: ReaderOptions = .trusted
  ) throws(CapnProtoError) -> Message {
    let memory = try OwnedMemory(zeroed: try byteCount)
    _ = unsafe try write(into: memory.mutableBytes)
    return try Message(memory, options: options)
  }

  /// Whether the message is in canonical form, the one form that all equal messages share.
  public var isCanonical: Bool {
    get throws(CapnProtoError) {
      defer { withExtendedLifetime(self) {} }
      var result: Int32 = 0
      let handle = unsafe try arena.prepared()
      try unsafe attempt { error in
        unsafe ccapnp_builder_is_canonical(handle, &result, &error)
      }
      return result != 0
    }
  }
}

extension BuilderArena {
  /// The memory of each segment, as far as it is used.
  func outputSegments() throws(CapnProtoError) -> [UnsafeRawBufferPointer] {
    defer { withExtendedLifetime(self) {} }
    let handle = unsafe try prepared()
    var count = 0
    try unsafe attempt { error in unsafe ccapnp_builder_segment_count(handle, &count, &error) }
    var result: [UnsafeRawBufferPointer] = unsafe []
    unsafe result.reserveCapacity(count)
    for index in 0..<count {
      var segment = unsafe ccapnp_segment()
      try unsafe attempt { error in
        unsafe ccapnp_builder_segment(handle, index, &segment, &error)
      }
      unsafe result.append(
        UnsafeRawBufferPointer(start: segment.words, count: segment.count * 8))
    }
    return unsafe result
  }
}

extension CapnProtoError {
  static func bufferTooSmall(needed: Int, have: Int) -> CapnProtoError {
    CapnProtoError(
      .invalidArgument, "the buffer has \(have) bytes, and the message needs up to \(needed)")
  }
}
