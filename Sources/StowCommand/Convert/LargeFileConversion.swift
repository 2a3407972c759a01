internal import CapnProto
internal import Foundation
internal import Stowage

/// Writes what a large file holds in another format, without building it.
struct LargeFileConversion {
  let target: FileConversion.Target
  let file: InputFile

  /// The bytes of an object in the format, in pieces that are read when they are used.
  ///
  /// - Returns: nil where the object is small, or has to be built for it.
  /// - Throws: `StowageError` or `CapnProtoError` where it is damaged.
  func pieces(_ object: FileObject, _ console: Console) throws -> [Data]? {
    guard max(object.byteCount, object.messageBytes ?? 0) >= LargeConversion.largeBytes else {
      return nil
    }
    switch (object.form, target.format) {
    case (.stowed(let stowed), let format?):
      try verify(stowed, object, console)
      if let missing = object.missing { throw missing }
      return try stowed.rewritten(as: format, graph: object.graph, message: object.message)
    case (.stowed(let stowed), nil):
      if let graph = object.graph, try !graph.isObject {
        throw FileConversion.noMessage(file.name)
      }
      guard let message = try stowed.plainMessage() else { return nil }
      try verify(stowed, object, console)
      return try bytes(message)
    case (.message, let format?):
      guard let message = object.message, let schema = object.schema else { return nil }
      try check(object, console)
      return try StowedFile.around(message, schema.id, as: format)
    case (.message, nil):
      guard let message = object.message, object.schema != nil else { return nil }
      try check(object, console)
      return try bytes(message)
    }
  }

  private func bytes(_ message: Message) throws -> [Data] {
    target == .packedMessage ? [try message.spooledPackedBytes()] : message.framedPieces
  }

  private func verify(_ stowed: StowedFile, _ object: FileObject, _ console: Console) throws {
    console.progress.begin(object.byteCount)
    try stowed.verify(progress: object.progress(console, file))
  }

  /// Follows every pointer once, as building the object would.
  private func check(_ object: FileObject, _ console: Console) throws {
    let outline = try object.outline(progress: object.progress(console, file, areSteps: true))
    if let misfit = outline?.misfits.first {
      throw StowFailure.failed("\(misfit) [invalidContent]")
    }
  }
}
