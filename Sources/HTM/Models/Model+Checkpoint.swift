internal import CapnProto
internal import Foundation
internal import Stowage

/// The files of a model's directory.
enum CheckpointFiles {
  /// NuPIC's own.
  static let nuPIC = "model.data"
  /// Ours, with everything.
  static let own = "model.stow"
  /// Those of NuPIC's pickle form.
  static let pickled = ["model.pkl", "modelextradata"]

  static func isFile(_ path: URL) -> Bool {
    let values = try? path.resourceValues(forKeys: [.isRegularFileKey])
    return values?.isRegularFile ?? false
  }

  /// Throws where a directory is there that is not a model's.
  static func checkReplaceable(_ directory: URL) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: directory.path()) else { return }
    if isFile(directory.appending(path: nuPIC)) || isFile(directory.appending(path: own)) { return }
    let entries = try? manager.contentsOfDirectory(atPath: directory.path())
    guard let entries, entries.isEmpty else {
      throw HTMError(
        .invalidInput, directory.path(),
        "this is no directory with a model in \(nuPIC), and is left as it is: give another one")
    }
  }
}

extension Model {
  /// Saves the model to a directory, in place of the one that was there.
  ///
  /// The directory holds two files: `model.stow` with everything, which
  /// ``ModelFactory/loadFromCheckpoint(_:)`` opens, and `model.data`, which NuPIC opens with
  /// `readFromCheckpoint`. Whenever the program is killed, the earlier files or the new ones are
  /// there, whole.
  ///
  /// - Throws: `HTMError` for a directory of something else, or an error of the model's or the file's.
  public func save(_ directory: String) throws {
    try TypeRegistry.shared.registerHTM()
    try writeDirectory(URL(filePath: directory)) { folder in
      try Stowage.save(folder.appending(path: CheckpointFiles.own).path(), self)
      try writeToFile(folder.appending(path: CheckpointFiles.nuPIC), packed: false)
    }
  }

  /// Saves the model to a directory as NuPIC does, in place of the one that was there.
  ///
  /// The directory holds `model.data` alone, so that what NuPIC's encoders lose is lost.
  ///
  /// - Throws: `HTMError` for a directory of something else, or an error of the model's or the file's.
  public func writeToCheckpoint(_ directory: String) throws {
    try writeDirectory(URL(filePath: directory)) { folder in
      try writeToFile(folder.appending(path: CheckpointFiles.nuPIC), packed: false)
      let own = folder.appending(path: CheckpointFiles.own)
      if CheckpointFiles.isFile(own) { try FileManager.default.removeItem(at: own) }
    }
  }

  /// Opens a model of this type in a directory.
  ///
  /// - Throws: as ``ModelFactory/loadFromCheckpoint(_:as:)`` does.
  public static func readFromCheckpoint(_ directory: String) throws -> Self {
    try ModelFactory.loadFromCheckpoint(directory, as: Self.self)
  }

  private func writeDirectory(_ directory: URL, _ write: (URL) throws -> Void) throws {
    try CheckpointFiles.checkReplaceable(directory)
    let manager = FileManager.default
    if manager.fileExists(atPath: directory.path()) { return try write(directory) }
    // What is not complete has another name.
    let parent = directory.standardizedFileURL.deletingLastPathComponent()
    let draft = parent.appending(path: ".\(directory.lastPathComponent).\(UUID().uuidString)")
    try manager.createDirectory(at: draft, withIntermediateDirectories: true)
    do {
      try write(draft)
      try manager.moveItem(at: draft, to: directory)
    } catch {
      try? manager.removeItem(at: draft)
      throw error
    }
  }
}

extension ModelFactory {
  /// Opens the model in a directory that ``Model/save(_:)`` or NuPIC's `writeToCheckpoint` wrote.
  ///
  /// What NuPIC wrote is taken as an `HTMPredictionModel`, which it does not say; for others give
  /// the type.
  ///
  /// - Throws: `HTMError` for a directory without a model or of NuPIC's pickle form, `StowageError`
  ///   or `CapnProtoError` for a file that is damaged, or an error of the model's.
  public static func loadFromCheckpoint(_ directory: String) throws -> any Model {
    let own = try file(directory)
    guard own.isOwn else { return try loadFromCheckpoint(directory, as: HTMPredictionModel.self) }
    try TypeRegistry.shared.registerHTM()
    let value = try load(own.path.path())
    guard case .object(let instance) = value, let model = instance.object as? any Model else {
      throw HTMError(.invalidInput, own.path.path(), "this file holds something else than a model")
    }
    return model
  }

  /// Opens a model of a type in a directory.
  ///
  /// - Throws: as ``loadFromCheckpoint(_:)`` does.
  public static func loadFromCheckpoint<Kind: Model>(
    _ directory: String, as type: Kind.Type
  ) throws -> Kind {
    let file = try file(directory)
    if file.isOwn {
      try TypeRegistry.shared.registerHTM()
      return try load(file.path.path(), as: type)
    }
    return try Kind.readFromFile(
      file.path, packed: false, options: ReaderOptions(acceptsOtherEncoding: true))
  }

  private static func file(_ directory: String) throws(HTMError) -> (path: URL, isOwn: Bool) {
    let folder = URL(filePath: directory)
    for (name, isOwn) in [(CheckpointFiles.own, true), (CheckpointFiles.nuPIC, false)] {
      let path = folder.appending(path: name)
      if CheckpointFiles.isFile(path) { return (path, isOwn) }
    }
    for name in CheckpointFiles.pickled
    where FileManager.default.fileExists(atPath: folder.appending(path: name).path()) {
      throw HTMError(
        .unsupported, directory,
        "this model was saved as a pickle (\(name)), which only NuPIC itself can open: load it there "
          + "with ModelFactory.loadFromCheckpoint, save it with writeToCheckpoint, and open that")
    }
    throw HTMError(
      .invalidInput, directory,
      "there is no model here: neither \(CheckpointFiles.own) nor "
        + CheckpointFiles.nuPIC)
  }
}
