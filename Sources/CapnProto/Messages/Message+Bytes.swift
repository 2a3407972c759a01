public import Foundation

extension Message {
  /// Opens a framed message in place.
  ///
  /// Bytes behind the message are ignored.
  public init(_ data: Data, options: ReaderOptions = ReaderOptions()) throws(CapnProtoError) {
    if let memory = DataMemory(data) {
      try self.init(framed: memory, options: options)
    } else {
      try self.init([UInt8](data), options: options)
    }
  }

  /// Opens a framed message in place.
  ///
  /// Bytes behind the message are ignored.
  public init(_ bytes: [UInt8], options: ReaderOptions = ReaderOptions()) throws(CapnProtoError) {
    try self.init(framed: ArrayMemory(bytes), options: options)
  }

  /// Opens a framed message in memory that the caller keeps, unchanged, as long as the message and
  /// all views of it are about.
  ///
  /// `owner` is held meanwhile.
  @unsafe public init(
    unsafeBytesNoCopy bytes: UnsafeRawBufferPointer, owner: (any Sendable)? = nil,
    options: ReaderOptions = ReaderOptions()
  ) throws(CapnProtoError) {
    let memory = unsafe BorrowedMemory(bytes, owner: owner)
    try self.init(framed: memory, options: options)
  }

  /// Opens a packed message.
  ///
  /// Bytes behind the message are ignored.
  public init(
    packed data: Data, options: ReaderOptions = ReaderOptions()
  ) throws(CapnProtoError) {
    let result: Result<Message, CapnProtoError> = unsafe data.withUnsafeBytes { bytes in
      Result { () throws(CapnProtoError) in unsafe try Message(packed: bytes, options: options) }
    }
    self = try result.get()
  }

  /// Opens a packed message.
  ///
  /// Bytes behind the message are ignored.
  public init(
    packed bytes: [UInt8], options: ReaderOptions = ReaderOptions()
  ) throws(CapnProtoError) {
    let result: Result<Message, CapnProtoError> = unsafe bytes.withUnsafeBytes { bytes in
      Result { () throws(CapnProtoError) in unsafe try Message(packed: bytes, options: options) }
    }
    self = try result.get()
  }

  /// Opens a packed message, which is unpacked into memory of its own.
  @unsafe public init(
    packed bytes: UnsafeRawBufferPointer, options: ReaderOptions = ReaderOptions()
  ) throws(CapnProtoError) {
    let unpacked: (memory: OwnedMemory, consumed: Int)
    do throws(CapnProtoError) {
      unpacked = unsafe try Unpacking.message(bytes, options: options)
    } catch {
      guard let framed = unsafe try Encoding.unpackedInsteadOfPacked(bytes, options) else {
        throw error
      }
      try self.init(framed, options: options)
      return
    }
    // Unpacked bytes read as packed come out as an empty message with something behind it.
    let isEmpty = unsafe unpacked.memory.bytes.count == 8
    if isEmpty, unpacked.consumed < bytes.count,
      let framed = unsafe try Encoding.unpackedInsteadOfPacked(bytes, options)
    {
      try self.init(framed, options: options)
      return
    }
    try self.init(unpacked.memory, options: options)
  }

  /// Opens one segment that has no frame, as canonical messages are kept.
  public init(
    flat data: Data, options: ReaderOptions = ReaderOptions()
  ) throws(CapnProtoError) {
    guard data.count % 8 == 0 else {
      throw CapnProtoError(
        .truncated, "a flat message is whole words, and \(data.count) bytes are not")
    }
    let owned: OwnedMemory
    let result: Result<OwnedMemory, CapnProtoError> = unsafe data.withUnsafeBytes { bytes in
      Result { () throws(CapnProtoError) in unsafe try OwnedMemory(copying: bytes) }
    }
    owned = try result.get()
    unsafe try self.init(owned, segments: [owned.bytes], options: options)
  }

  /// Opens what should be framed, and finds out where it is packed.
  init(
    framed memory: any MessageMemory, options: ReaderOptions
  ) throws(CapnProtoError) {
    do throws(CapnProtoError) {
      self = try Message(memory, options: options)
    } catch {
      guard let unpacked = unsafe try Encoding.packedInsteadOfUnpacked(memory.bytes, options, error)
      else { throw error }
      self = try Message(unpacked, options: options)
    }
  }
}
