package import CapnProto
package import Foundation

extension StowedFile {
  /// The same file in the other of the formats of Cap'n Proto, or in the same one.
  ///
  /// Nothing in it is built, and it takes little memory however large the file is. The pieces are
  /// read when they are used, and end with the file that they are of.
  ///
  /// - Parameter packed: whether the message is packed.
  /// - Returns: the pieces, one behind the other; nil for a file in JSON or text.
  /// - Throws: `StowageError` or `CapnProtoError` where the file is damaged or there is no room.
  package func rewritten(packed: Bool) throws -> [Data]? {
    guard let archive = archive as? ArchiveReader, var header else { return nil }
    header.writer = ArchiveContent.thisWriter
    return try Self.pieces(
      &header, archive.message(), blobs: archive.blobs.isEmpty ? [] : [archive.blobs],
      packed: packed)
  }

  /// A file of a message that was written as a registered type alone writes it.
  ///
  /// - Parameters:
  ///   - message: the message.
  ///   - structID: the struct that its root is.
  ///   - packed: whether the message is packed in the file.
  ///   - registry: the types.
  /// - Returns: the pieces of the file; nil where files of the type hold another struct, so that the
  ///   object has to be built.
  /// - Throws: `CapnProtoError` where there is no room.
  package static func around(
    _ message: Message, _ structID: UInt64, packed: Bool, registry: TypeRegistry = .shared
  ) throws -> [Data]? {
    for id in registry.ids {
      guard let entry = try? registry.entry(id), case .state(let form) = entry.form,
        form.schema.id == structID
      else { continue }
      var header = ArchiveHeader(type: id.description, structID: structID)
      header.schema = try ArchiveWriter.schemaBytes([form.schema])
      return try pieces(&header, message, blobs: [], packed: packed)
    }
    return nil
  }

  private static func pieces(
    _ header: inout ArchiveHeader, _ message: Message, blobs: [Data], packed: Bool
  ) throws -> [Data] {
    header.isPacked = packed
    header.messageBytes = message.byteCount
    return try ArchiveWriter.file(
      &header, packed ? [message.spooledPackedBytes()] : message.framedPieces, blobs: blobs)
  }

  /// The message of a file that holds one object, where the type alone writes the same one.
  ///
  /// - Returns: nil where it writes another one, so that the object has to be built.
  /// - Throws: `CapnProtoError` where it is damaged.
  package func plainMessage(_ registry: TypeRegistry = .shared) throws -> Message? {
    guard let archive = archive as? ArchiveReader, !type.isEmpty,
      case .state(let form) = try registry.entry(TypeID(type)).form,
      (form.others.first ?? form).schema.id == structID
    else { return nil }
    return try archive.message()
  }

  /// Puts pieces of bytes in the place of a file, which appears whole or not at all.
  package static func replace(_ path: String, with pieces: [Data]) throws(StowageError) {
    try AtomicFile.write(pieces, to: path)
  }
}
