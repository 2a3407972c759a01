public import Foundation

/// Saves a value to a file, in place of what was there.
///
/// The earlier file stays as it was until the new one is complete and on the disk: whenever the
/// program is killed, one of them is there, whole.
///
/// - Parameters:
///   - path: the file.
///   - value: the value, with all that it leads to.
///   - format: in which format.
/// - Throws: `StowageError` for what cannot be saved or written, or an error of an object's.
public func save(_ path: String, _ value: Value, format: Format = .packed) throws {
  try save(path, value, options: SaveOptions(format: format))
}

/// Saves a value to a file, in place of what was there.
///
/// - Parameters:
///   - path: the file.
///   - value: the value, with all that it leads to.
///   - options: how it is saved.
/// - Throws: `StowageError` for what cannot be saved or written, or an error of an object's.
public func save(_ path: String, _ value: Value, options: SaveOptions) throws {
  try AtomicFile.write(Archive.pieces(value, options), to: path)
}

/// Saves an object to a file, in place of what was there.
///
/// Its type need not be registered, if the file is loaded as that type only.
///
/// - Parameters:
///   - path: the file.
///   - object: the object.
///   - format: in which format.
/// - Throws: `StowageError` for what cannot be saved or written, or an error of the object's.
public func save(_ path: String, _ object: some Serializable, format: Format = .packed) throws {
  try save(path, object, options: SaveOptions(format: format))
}

/// Saves an object to a file, in place of what was there.
///
/// - Parameters:
///   - path: the file.
///   - object: the object.
///   - options: how it is saved.
/// - Throws: `StowageError` for what cannot be saved or written, or an error of the object's.
public func save(_ path: String, _ object: some Serializable, options: SaveOptions) throws {
  try AtomicFile.write(Archive.pieces(object, options), to: path)
}

/// Makes bytes of a value.
///
/// - Parameters:
///   - value: the value, with all that it leads to.
///   - format: in which format.
/// - Throws: `StowageError` for what cannot be saved, or an error of an object's.
public func serialize(_ value: Value, format: Format = .packed) throws -> Data {
  try serialize(value, options: SaveOptions(format: format, embedsSchema: false))
}

/// Makes bytes of a value.
///
/// - Parameters:
///   - value: the value, with all that it leads to.
///   - options: how it is saved.
/// - Throws: `StowageError` for what cannot be saved, or an error of an object's.
public func serialize(_ value: Value, options: SaveOptions) throws -> Data {
  Archive.joined(try Archive.pieces(value, options))
}

/// Makes bytes of an object.
///
/// - Parameters:
///   - object: the object.
///   - format: in which format.
/// - Throws: `StowageError` for what cannot be saved, or an error of the object's.
public func serialize(_ object: some Serializable, format: Format = .packed) throws -> Data {
  try serialize(object, options: SaveOptions(format: format, embedsSchema: false))
}

/// Makes bytes of an object.
///
/// - Parameters:
///   - object: the object.
///   - options: how it is saved.
/// - Throws: `StowageError` for what cannot be saved, or an error of the object's.
public func serialize(_ object: some Serializable, options: SaveOptions) throws -> Data {
  Archive.joined(try Archive.pieces(object, options))
}

/// Makes bytes of a type itself, by its registered name.
///
/// - Parameters:
///   - type: the type.
///   - format: in which format.
/// - Throws: `StowageError` where the type is not registered, and could so not be loaded again.
public func serialize(_ type: Any.Type, format: Format = .packed) throws -> Data {
  try serialize(Value.type(type), format: format)
}
