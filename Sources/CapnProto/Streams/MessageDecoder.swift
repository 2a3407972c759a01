internal import CCapnProto

/// Takes bytes as they come, in pieces of any size, and gives the messages in them.
///
/// For sources that have their own way to deliver bytes, such as a network connection:
///
/// <!-- snippet: stream-decoder -->
/// ```swift
/// var decoder = MessageDecoder(packed: true)
/// for bytes in pieces {  // as they come
///   decoder.append(bytes)
///   while let message = try decoder.next() {
///     times.append(try message.root(Reading.self).time)
///   }
/// }
/// try decoder.finish()  // throws if the last message is not whole
/// ```
public struct MessageDecoder: Sendable {
  private let packed: Bool
  private let options: ReaderOptions
  private var input: [UInt8] = []
  private var position = 0
  private var current: Partial?

  /// A message whose size is known, and which is not whole yet.
  private struct Partial: Sendable {
    var memory: OwnedMemory
    var written = 0
    var missing: Int { unsafe memory.bytes.count - written }
  }

  /// Makes a decoder for packed or unpacked messages.
  public init(packed: Bool, options: ReaderOptions = ReaderOptions()) {
    self.packed = packed
    self.options = options
  }

  /// Takes more bytes.
  public mutating func append(_ bytes: some Sequence<UInt8>) {
    if position > 64 << 10 || position == input.count {
      input.removeSubrange(..<position)
      position = 0
    }
    input.append(contentsOf: bytes)
  }

  /// The next message, or nil until more bytes are there.
  ///
  /// After an error nothing sure can be said of the bytes that follow: the stream is lost.
  public mutating func next() throws(CapnProtoError) -> Message? {
    if current == nil {
      guard let table = try table() else { return nil }
      let maximum = options.maximumBytes(inputBytes: nil)
      guard table.totalBytes <= maximum else { throw .exceedsMaximum(table.totalBytes, maximum) }
      current = Partial(memory: try OwnedMemory(zeroed: table.totalBytes))
    }
    guard try fill() else { return nil }
    defer { current = nil }
    guard let whole = current?.memory else { return nil }
    return try Message(whole, options: options)
  }

  /// Says that no more bytes will come: throws if they ended within a message.
  public func finish() throws(CapnProtoError) {
    if let current {
      throw CapnProtoError(
        .truncated,
        "the input is cut off: \(current.written) of the message's "
          + "\(current.written + current.missing) bytes are there")
    }
    guard undecodedCount == 0 else {
      throw .cutOff(needed: undecodedCount + 1, have: undecodedCount)
    }
  }

  /// The number of bytes that were taken and belong to no message yet.
  public var undecodedCount: Int { input.count - position }

  /// The number of bytes that at least are missing of the message that has begun, or of the next.
  ///
  /// A source that reads no more than this takes nothing that is behind the message.
  public var leastMissing: Int {
    guard packed else {
      return max(1, current.map { $0.missing - undecodedCount } ?? (8 - undecodedCount % 8))
    }
    guard let tag = input[position...].first else {
      // 256 words of zeros take two bytes, and nothing takes less.
      return max(1, (current?.missing ?? 0) / 8 / 256)
    }
    return max(1, leastUnit(tag) - undecodedCount)
  }

  /// The size, at the least, of the packed unit at hand.
  private func leastUnit(_ tag: UInt8) -> Int {
    let bytes = 1 + tag.nonzeroBitCount
    guard tag == 0 || tag == 0xff else { return bytes }
    guard tag == 0xff, undecodedCount > bytes else { return bytes + 1 }
    return bytes + 1 + Int(input[position + bytes]) * 8
  }

  private func table() throws(CapnProtoError) -> SegmentTable? {
    let packed = packed
    let position = position
    let found: Result<SegmentTable?, CapnProtoError> = unsafe input.withUnsafeBytes { bytes in
      Result { () throws(CapnProtoError) in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[position...])
        if packed { return unsafe try PackedHead.table(rest) }
        return unsafe try SegmentTable(partial: rest)
      }
    }
    return try found.get()
  }

  /// Moves input to the current message; true when it is whole.
  private mutating func fill() throws(CapnProtoError) -> Bool {
    guard var partial = current else { return false }
    current = nil
    defer { current = partial }
    // A copy of this decoder has the same memory, which may be that of a message by now.
    if !isKnownUniquelyReferenced(&partial.memory) {
      partial.memory = unsafe try OwnedMemory(copying: partial.memory.bytes)
    }
    let position = position
    let (taken, status) = unsafe input.withUnsafeBytes { bytes in
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[position...])
      let room = unsafe UnsafeMutableRawBufferPointer(
        rebasing: partial.memory.mutableBytes[partial.written...])
      guard packed else {
        let count = min(rest.count, room.count)
        unsafe room.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
        partial.written += count
        return (count, Int32(CCAPNP_PACKING_NEEDS_INPUT))
      }
      let progress = unsafe Unpacking.run(rest, into: room, isZeroed: true)
      partial.written += progress.written * 8
      return (progress.read, progress.status)
    }
    self.position += taken
    if status == CCAPNP_PACKING_RUN_PAST_END { throw Unpacking.runPastEnd }
    return partial.missing == 0
  }
}

extension SegmentTable {
  /// Reads the head of a message of which perhaps not all bytes are there; nil until its own are.
  init?(partial bytes: UnsafeRawBufferPointer) throws(CapnProtoError) {
    guard bytes.count >= 8 else { return nil }
    let first = unsafe UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))
    let size = Self.headBytes(segments: try Self.segmentCount(first))
    guard bytes.count >= size else { return nil }
    unsafe try self.init(head: UnsafeRawBufferPointer(rebasing: bytes[..<size]))
  }
}
