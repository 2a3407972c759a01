public import Foundation

/// Writes a value to a file, pipe or socket, from the current offset on.
///
/// Several can stand one after another. What was written before stays, and what is written is not
/// there at once: use ``save(_:_:options:)-(_,Value,_)`` for a file that has to survive a crash.
///
/// - Parameters:
///   - handle: where to write.
///   - value: the value, with all that it leads to.
///   - options: how it is saved.
/// - Throws: `StowageError` for what cannot be saved or written, or an error of an object's.
public func save(
  to handle: FileHandle, _ value: Value, options: SaveOptions = SaveOptions()
) throws {
  try write(Archive.pieces(value, options), to: handle)
}

/// Writes an object to a file, pipe or socket, from the current offset on.
///
/// - Parameters:
///   - handle: where to write.
///   - object: the object.
///   - options: how it is saved.
/// - Throws: `StowageError` for what cannot be saved or written, or an error of the object's.
public func save(
  to handle: FileHandle, _ object: some Serializable, options: SaveOptions = SaveOptions()
) throws {
  try write(Archive.pieces(object, options), to: handle)
}

private func write(_ pieces: [Data], to handle: FileHandle) throws {
  for piece in pieces {
    try FileDescriptorWriter.write(piece, to: handle.fileDescriptor, "file handle")
  }
}

/// Loads the next value from a file, pipe or socket, and reads no further than it.
///
/// - Returns: the value, or nil where nothing follows.
/// - Throws: `StowageError` for what is damaged or names types that may not be built, or an error of
///   an object's.
public func load(
  nextFrom handle: FileHandle, options: LoadOptions = LoadOptions()
) throws -> Value? {
  try Archive.next(handle).map { try deserialize($0, options: options) }
}

/// Loads the next object from a file, pipe or socket, and reads no further than it.
///
/// - Returns: the object, or nil where nothing follows.
/// - Throws: `StowageError` for what is damaged or something else, or an error of the object's.
public func load<Object: Serializable & SendableMetatype>(
  nextFrom handle: FileHandle, as type: Object.Type, options: LoadOptions = LoadOptions()
) throws -> Object? {
  try Archive.next(handle).map { try deserialize($0, as: type, options: options) }
}

/// Saves several values to one file, one after another, in place of what was there.
///
/// - Throws: `StowageError` for what cannot be saved or written, or an error of an object's.
public func saveAll(
  _ path: String, _ values: some Sequence<Value>, options: SaveOptions = SaveOptions()
) throws {
  try AtomicFile.write(values.flatMap { try Archive.pieces($0, options) }, to: path)
}

/// Loads all values of a file, in order.
///
/// - Throws: `StowageError` for a file that is damaged or names types that may not be built, or an
///   error of an object's.
public func loadAll(_ path: String, options: LoadOptions = LoadOptions()) throws -> [Value] {
  var rest = try Archive.map(path)
  var values: [Value] = []
  while !rest.isEmpty {
    let archive = try Archive.open(rest, options)
    values.append(try archive.value(KnownTypes(options)))
    rest = rest.dropFirst(archive.byteCount)
  }
  return values
}

extension Archive {
  /// The bytes of the next file, or nil at the end.
  fileprivate static func next(_ handle: FileHandle) throws -> Data? {
    var bytes = Data()
    while true {
      let wanted: Int
      switch try ArchiveExtent(of: bytes) {
      case .exactly(let count) where bytes.count >= count: return bytes
      case .exactly(let count), .atLeast(let count): wanted = count - bytes.count
      }
      // A claim is no reason to take memory: what is not there cannot be read.
      let piece = try handle.read(upToCount: min(wanted, 1 << 20)) ?? Data()
      if piece.isEmpty {
        if bytes.isEmpty { return nil }
        throw StowageError(
          .truncated, "the file is cut off: it ends \(wanted) bytes too early or more")
      }
      bytes += piece
    }
  }
}
