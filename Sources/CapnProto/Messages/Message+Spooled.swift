package import Foundation

extension Message {
  /// Opens a packed message of any size, without taking more memory than a limit for it.
  ///
  /// What unpacks to more goes to a file without a name in the folder for temporary files, which is
  /// mapped: the system keeps in memory what is in use.
  ///
  /// - Parameters:
  ///   - packed: the packed bytes; others may follow.
  ///   - options: the limits.
  ///   - memoryBytes: from which size on a file is used.
  ///   - progress: is told how many packed bytes were done since it was called last.
  /// - Returns: the message, and how many packed bytes it took.
  /// - Throws: `CapnProtoError` when the message is damaged, or there is no room for it.
  package static func spooled(
    packed: Data, options: ReaderOptions = ReaderOptions(), memoryBytes: Int = 32 << 20,
    progress: (Int) -> Void = { _ in }
  ) throws(CapnProtoError) -> (message: Message, consumed: Int) {
    let result: Result<(any MessageMemory, Int), CapnProtoError> = unsafe packed.withUnsafeBytes {
      bytes in
      Result { () throws(CapnProtoError) in
        guard let table = unsafe try PackedHead.table(bytes), table.totalBytes > memoryBytes else {
          let (memory, consumed) = unsafe try Unpacking.message(bytes, options: options)
          progress(consumed)
          return (memory, consumed)
        }
        unsafe try Unpacking.check(table, bytes, options)
        let file = try SpoolFile(count: table.totalBytes)
        let consumed = unsafe try file.unpack(bytes, progress)
        return (file, consumed)
      }
    }
    let (memory, consumed) = try result.get()
    return (try Message(memory, options: options), consumed)
  }

  /// Opens one packed segment that has no frame, without taking more memory than a limit for it.
  ///
  /// - Parameters:
  ///   - packed: the packed bytes, and nothing behind them.
  ///   - options: the limits.
  ///   - memoryBytes: from which size on a file without a name is used.
  ///   - progress: is told how many packed bytes were done since it was called last.
  /// - Throws: `CapnProtoError` when the message is damaged, or there is no room for it.
  package static func spooled(
    flatPacked packed: Data, options: ReaderOptions, memoryBytes: Int = 32 << 20,
    progress: (Int) -> Void = { _ in }
  ) throws(CapnProtoError) -> Message {
    let count = try PackedWords.unpackedByteCount(packed)
    let maximum = options.maximumBytes(inputBytes: packed.count)
    guard count <= maximum else { throw .exceedsMaximum(count, maximum) }
    guard count > memoryBytes else {
      progress(packed.count)
      return try Message(
        flat: PackedWords.unpack(packed, maximumBytes: maximum), options: options)
    }
    let result: Result<SpoolFile, CapnProtoError> = unsafe packed.withUnsafeBytes { bytes in
      Result { () throws(CapnProtoError) in
        let file = try SpoolFile(count: count)
        _ = unsafe try file.unpack(bytes, progress)
        return file
      }
    }
    let file = try result.get()
    return unsafe try Message(file, segments: [file.bytes], options: options)
  }

  /// The message in its frame as it lies, in pieces that are read when they are used.
  package var framedPieces: [Data] {
    let arena = self.arena
    return unsafe [frameHead]
      + arena.segments.map { segment in
        guard let start = segment.baseAddress, segment.count > 0 else { return Data() }
        return unsafe Data(
          bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: segment.count,
          deallocator: .custom { _, _ in withExtendedLifetime(arena) {} })
      }
  }

  /// The message packed, in a file without a name that is mapped.
  ///
  /// - Throws: `CapnProtoError` when there is no room for it.
  package func spooledPackedBytes() throws(CapnProtoError) -> Data {
    let descriptor = try SpoolFile.unnamed()
    defer { SpoolFile.close(descriptor) }
    let file = FileDescriptor(number: descriptor)
    try unsafe withSegments { (segments) throws(CapnProtoError) in
      unsafe try PackedOutput(file: file).write(segments)
    }
    return try SpoolFile.mapped(descriptor).data
  }

  /// Opens one segment that has no frame, in place.
  package init(flatInPlace data: Data, options: ReaderOptions) throws(CapnProtoError) {
    guard data.count % 8 == 0, let memory = DataMemory(data),
      unsafe UInt(bitPattern: memory.bytes.baseAddress) % 8 == 0
    else {
      try self.init(flat: data, options: options)
      return
    }
    try unsafe self.init(memory, segments: [memory.bytes], options: options)
  }

  /// The head of the frame: how many segments there are, and how large each is.
  package var frameHead: Data {
    var words: [UInt32] = unsafe withSegments { segments in
      unsafe [UInt32(segments.count - 1)] + segments.map { UInt32($0.count / 8) }
    }
    if words.count % 2 != 0 { words.append(0) }
    return Data(
      words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } })
  }

  /// Tells the system that what was read so far need not be kept in memory.
  ///
  /// It can be read again: this is for messages that are in a temporary file.
  package func releasePages() { arena.release() }

  /// How many bytes the packed message at the beginning of some bytes claims to take when it is not.
  ///
  /// - Returns: no more than the bytes can hold; zero where this is no segment table.
  package static func packedByteCount(_ bytes: Data) -> Int {
    let claim: Int? = unsafe bytes.withUnsafeBytes { bytes in
      unsafe (try? PackedHead.table(bytes))??.totalBytes
    }
    return min(claim ?? 0, bytes.count.multipliedReportingOverflow(by: 1024).partialValue)
  }

  /// How many bytes the framed message at the beginning of some bytes claims to take.
  ///
  /// - Throws: `CapnProtoError` where this is no segment table.
  package static func framedByteCount(_ bytes: Data) throws(CapnProtoError) -> Int {
    let head = Data(bytes.prefix(SegmentTable.headBytes(segments: SegmentTable.maximumSegments)))
    let result: Result<Int, CapnProtoError> = unsafe head.withUnsafeBytes { bytes in
      Result { () throws(CapnProtoError) in unsafe try SegmentTable(head: bytes).totalBytes }
    }
    return try result.get()
  }
}
