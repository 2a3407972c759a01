import CapnProto
public import Foundation

/// The hash of an object's content.
///
/// It is that of every file that the object is saved to, in any format, and stays the same when the
/// schema of the type grows a field that the object does not use.
///
/// - Throws: `StowageError` for what cannot be saved, or an error of the object's.
public func contentHash(
  of object: some Serializable, registry: TypeRegistry = .shared
) throws -> ContentHash {
  let options = SaveOptions(format: .binary, registry: registry)
  let (message, schema) = try ObjectScope.with(options) { try object.archiveMessage() }
  return try GraphDigest.hash(
    structID: schema.id, message.root.asReader.get(AnyStruct.self))
}

/// The hash of the content of an object of a registered type.
///
/// - Throws: `StowageError` for what cannot be saved, or an error of the object's.
public func contentHash(
  of object: some RegisteredObject, registry: TypeRegistry = .shared
) throws -> ContentHash {
  try contentHash(of: .object(object, in: registry), registry: registry)
}

/// The hash of a value, with all that it leads to.
///
/// It is that of every file that the value is saved to, in any format. What is shared is part of it:
/// two references to one thing are not the same as references to two equal ones.
///
/// - Throws: `StowageError` for what cannot be saved, or an error of an object's.
public func contentHash(
  of value: Value, registry: TypeRegistry = .shared
) throws -> ContentHash {
  let options = SaveOptions(format: .binary, registry: registry)
  return try ObjectScope.with(options) {
    let message = MessageBuilder()
    if case .object(let instance) = value, case .state(let form) = instance.entry.form {
      try form.write(instance.object, message.root)
      return try GraphDigest.hash(
        structID: form.schema.id, message.root.asReader.get(AnyStruct.self))
    }
    var writer = try GraphWriter(value, options)
    let graph = try message.initRoot(Wire.Graph.self)
    try writer.write(value, to: graph, usesBlobs: true)
    return try GraphDigest.hash(graph.asReader, GraphStorages(writer.storages), budget: .max)
  }
}

/// The hash of what a file holds, whatever its format.
///
/// Nothing is built. Files of Cap'n Proto need no types for it; of what is in JSON and in text, the
/// types of objects have to be registered, as it is their schemas that tell what the names mean.
///
/// - Throws: `StowageError` for a file that is damaged.
public func contentHash(
  ofFile path: String, options: LoadOptions = LoadOptions()
) throws -> ContentHash {
  try contentHash(ofFile: Archive.map(path), options: options)
}

/// The hash of what the bytes of a file hold, whatever their format.
///
/// - Throws: `StowageError` for bytes that are damaged.
public func contentHash(
  ofFile data: Data, options: LoadOptions = LoadOptions()
) throws -> ContentHash {
  let types = KnownTypes(options)
  return try GraphDigest.hash(Archive.open(data, options), types) { try types.form($0) }
}

/// The hash of the object in a file, whatever its format; its type need not be registered.
///
/// - Throws: `StowageError` for a file that is damaged or holds something else.
public func contentHash<Object: Serializable & SendableMetatype>(
  ofFile path: String, as type: Object.Type, options: LoadOptions = LoadOptions()
) throws -> ContentHash {
  try contentHash(ofFile: Archive.map(path), as: type, options: options)
}

/// The hash of the object in the bytes of a file, whatever their format; its type need not be
/// registered.
///
/// - Throws: `StowageError` for bytes that are damaged or hold something else.
public func contentHash<Object: Serializable & SendableMetatype>(
  ofFile data: Data, as type: Object.Type, options: LoadOptions = LoadOptions()
) throws -> ContentHash {
  let archive = try Archive.open(data, options)
  let form = RegisteredType.StateForm(type)
  guard let read = archive.isGraph ? form : form.reading(archive.structID) else {
    throw StowageError(.wrongType, "the file holds something else than a \(type)", path: "header")
  }
  return try GraphDigest.hash(archive, KnownTypes(options)) { _ in read }
}

extension GraphDigest {
  static func hash(
    _ archive: any OpenedArchive, _ types: KnownTypes, progress: ((Int) -> Void)? = nil,
    form: (String) throws -> RegisteredType.StateForm
  ) throws -> ContentHash {
    guard archive.isGraph else {
      let message =
        switch archive.format {
        case .packed, .binary: try archive.stateMessage(as: Wire.Graph.structSchema)
        case .json, .text: try archive.stateMessage(form(archive.type))
        }
      return try hash(
        structID: archive.structID, message.root.get(AnyStruct.self), progress: progress)
    }
    return try hash(
      archive.graph(types), types, budget: 1 << 16 + archive.valueBudget, progress: progress)
  }

  static func hash(
    _ graph: StoredGraph, _ types: KnownTypes, budget: Int, memoryBytes: Int = .max,
    progress: ((Int) -> Void)? = nil
  ) throws -> ContentHash {
    var digest = GraphDigest(budget: budget)
    digest.types = types
    digest.memoryBytes = memoryBytes
    digest.progress = progress
    return try digest.hash(graph.root, graph.storages)
  }
}

extension KnownTypes {
  /// How objects of a type write themselves into a struct.
  func form(_ type: String) throws -> RegisteredType.StateForm {
    guard !type.isEmpty else {
      throw StowageError(
        .unregisteredType,
        "the file does not name a type, as that was not registered when it was saved: say which it "
          + "is, as in contentHash(ofFile: file, as: Perceptron.self)")
    }
    let entry = try entry(TypeID(type))
    switch entry.form {
    case .state(let form), .configured(let form, _): return form
    case .fields, .none:
      throw StowageError(.invalidContent, "\(entry.id) is not saved as a struct")
    }
  }
}
