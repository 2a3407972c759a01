extension MessageBuilder {
  /// Starts an empty message that may be larger than the memory.
  ///
  /// What is more than a limit lies in files without a name in the folder for temporary files, which
  /// are mapped: the system keeps in memory what is in use. Where there is no room for them, what is
  /// being built throws `CapnProtoError` of code `io`.
  ///
  /// - Parameters:
  ///   - memoryBytes: how large the message may become without a file.
  ///   - segmentWords: the size of all segments; nil for few of growing size.
  package convenience init(spooledAbove memoryBytes: Int, segmentWords: Int? = nil) {
    self.init(
      firstSegmentWords: segmentWords ?? 1024, growth: segmentWords == nil ? .doubling : .fixed,
      memoryBytes: memoryBytes)
  }

  /// The message where it lies, without a copy; the builder begins anew.
  ///
  /// Views of the builder must not be used to change it any more.
  ///
  /// - Throws: `CapnProtoError` where there is no memory.
  package func takeMessage(options: ReaderOptions) throws(CapnProtoError) -> Message {
    let arena = unsafe self.arena
    let message = unsafe try Message(
      BuiltMemory(arena), segments: arena.outputSegments(), options: options)
    startAnew()
    return message
  }

  /// Tells the system that what was built so far need not be kept in memory.
  package func releasePages() { unsafe arena.spool?.release() }

  /// The message that a function builds, where it lies.
  ///
  /// Where there was no room, the error says why.
  func spooled(
    options: ReaderOptions, _ body: () throws(CapnProtoError) -> Void
  ) throws(CapnProtoError) -> Message {
    do throws(CapnProtoError) {
      try body()
    } catch {
      throw explained(error)
    }
    return try takeMessage(options: options)
  }

  private func explained(_ error: CapnProtoError) -> CapnProtoError {
    guard error.code == .io, let failure = unsafe arena.spool?.failure else { return error }
    return failure.at(error.path)
  }

  /// The message that a function with errors of its own builds, where it lies.
  ///
  /// - Throws: what the function throws, or `CapnProtoError` where there was no room.
  package func spooledMessage(_ body: (MessageBuilder) throws -> Void) throws -> Message {
    do {
      try body(self)
    } catch let error as CapnProtoError {
      throw explained(error)
    }
    let options = ReaderOptions.trusted
    return try takeMessage(options: options)
  }
}
