package import CapnProto
package import Foundation

extension StowedFile {
  /// The same file in another format, or in the same one.
  ///
  /// Nothing in it is built, and it takes little memory however large the file is. The pieces are
  /// read when they are used, and end with the file that they are of.
  ///
  /// - Parameters:
  ///   - format: the format.
  ///   - graph: the graph in it, where that was read already.
  ///   - message: the message of an object in it, where that was read already.
  /// - Returns: the pieces, one behind the other; nil where objects have to be built for it.
  /// - Throws: `StowageError` or `CapnProtoError` where the file is damaged or there is no room.
  package func rewritten(
    as format: Format, graph: StoredGraph? = nil, message: Message? = nil
  ) throws -> [Data]? {
    do {
      switch (format, archive) {
      case (.packed, let archive as ArchiveReader): return try copied(archive, packed: true)
      case (.binary, let archive as ArchiveReader): return try copied(archive, packed: false)
      default:
        return isGraph ? try rewritten(graph, as: format) : try rewritten(message, as: format)
      }
    } catch is NeedsObjects {
      return nil
    }
  }

  private func copied(_ archive: ArchiveReader, packed: Bool) throws -> [Data]? {
    guard var header else { return nil }
    return try Self.pieces(
      &header, archive.message(), blobs: archive.blobs.isEmpty ? [] : [archive.blobs],
      packed: packed)
  }

  /// A file of a message that was written as a registered type alone writes it.
  ///
  /// - Parameters:
  ///   - message: the message.
  ///   - structID: the struct that its root is.
  ///   - format: the format of the file.
  ///   - registry: the types.
  /// - Returns: the pieces of the file; nil where files of the type hold another struct, so that the
  ///   object has to be built.
  /// - Throws: `CapnProtoError` where there is no room.
  package static func around(
    _ message: Message, _ structID: UInt64, as format: Format, registry: TypeRegistry = .shared
  ) throws -> [Data]? {
    for id in registry.ids {
      guard let entry = try? registry.entry(id), case .state(let form) = entry.form,
        form.schema.id == structID
      else { continue }
      return try file(message, form, entry, metadata: [], as: format, memoryBytes: memoryBytes)
    }
    return nil
  }

  static func pieces(
    _ header: inout ArchiveHeader, _ message: Message, blobs: [Data], packed: Bool
  ) throws -> [Data] {
    header.writer = ArchiveContent.thisWriter
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
    guard !type.isEmpty, case .state(let form) = try registry.entry(TypeID(type)).form,
      case let plain = form.others.first ?? form, plain.schema.id == structID
    else { return nil }
    return try archive.stateMessage(plain)
  }

  /// Puts pieces of bytes in the place of a file, which appears whole or not at all.
  package static func replace(_ path: String, with pieces: [Data]) throws(StowageError) {
    try AtomicFile.write(pieces, to: path)
  }
}
