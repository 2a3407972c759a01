internal import CCapnProto

/// Reads one message from an open file, and not one byte more, so that whatever comes behind it is
/// there for the next reader.
struct StreamReading {
  let file: FileDescriptor
  let options: ReaderOptions

  /// The next message, or nil where the file ends before it.
  func next(packed: Bool) throws(CapnProtoError) -> Message? {
    packed ? try nextPacked() : try nextFramed()
  }

  // MARK: Framed

  private func nextFramed() throws(CapnProtoError) -> Message? {
    let first = try OwnedMemory(zeroed: 8)
    let got = unsafe try file.readFully(into: first.mutableBytes)
    if got == 0 { return nil }
    guard got == 8 else { throw .cutOff(needed: 8, have: got) }

    let count = unsafe try SegmentTable.segmentCount(
      UInt32(littleEndian: first.bytes.load(as: UInt32.self)))
    let head = try OwnedMemory(zeroed: SegmentTable.headBytes(segments: count))
    unsafe head.mutableBytes.copyMemory(from: first.bytes)
    let headRest = unsafe UnsafeMutableRawBufferPointer(rebasing: head.mutableBytes[8...])
    let headGot = unsafe try file.readFully(into: headRest)
    guard headGot == headRest.count else {
      throw unsafe .cutOff(needed: head.bytes.count, have: 8 + headGot)
    }

    let table = unsafe try SegmentTable(head: head.bytes)
    let memory = try self.memory(for: table)
    unsafe memory.mutableBytes.copyMemory(from: head.bytes)
    try fill(memory, from: table.headBytes, to: table.totalBytes)
    return try Message(memory, options: options)
  }

  /// Memory for a message, after its claim was held against the limit and against the file.
  private func memory(for table: SegmentTable) throws(CapnProtoError) -> OwnedMemory {
    let left = file.bytesToEnd
    if let left, left < table.bodyBytes {
      throw .cutOff(needed: table.totalBytes, have: table.headBytes + left)
    }
    // What a file is known to hold is no mere claim.
    if left == nil {
      let maximum = options.maximumBytes(inputBytes: nil)
      guard table.totalBytes <= maximum else { throw .exceedsMaximum(table.totalBytes, maximum) }
    }
    return try OwnedMemory(zeroed: table.totalBytes)
  }

  private func fill(_ memory: OwnedMemory, from start: Int, to end: Int) throws(CapnProtoError) {
    let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: memory.mutableBytes[start..<end])
    let got = unsafe try file.readFully(into: rest)
    guard got == end - start else { throw .cutOff(needed: end, have: start + got) }
  }

  // MARK: Packed

  // A packed message does not say how many bytes it takes. Of a regular file more is read than is
  // needed, and given back by a seek. Of a pipe or socket only as much is read as is sure to belong
  // to the message.
  private func nextPacked() throws(CapnProtoError) -> Message? {
    let left = file.bytesToEnd
    var limits = options
    limits.maximumMessageBytes = options.maximumBytes(inputBytes: left)
    var decoder = MessageDecoder(packed: true, options: limits)
    let chunk = 64 << 10
    while true {
      let want = left == nil ? decoder.leastMissing : max(decoder.leastMissing, chunk)
      let bytes = try OwnedMemory(zeroed: want)
      let count = unsafe try file.readFully(into: bytes.mutableBytes)
      if count == 0 {
        try decoder.finish()
        return nil
      }
      unsafe decoder.append(bytes.bytes[..<count])
      if let message = try decoder.next() {
        try file.stepBack(decoder.undecodedCount)
        return message
      }
    }
  }
}
