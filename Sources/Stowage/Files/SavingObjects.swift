public import Foundation

/// Saves an object of a registered type to a file, in place of what was there.
///
/// - Parameters:
///   - path: the file.
///   - object: the object, with all that it leads to.
///   - options: how it is saved.
/// - Throws: `StowageError` for what cannot be saved or written, or an error of an object's.
public func save(
  _ path: String, _ object: some RegisteredObject, options: SaveOptions = SaveOptions()
) throws {
  try save(path, .object(object, in: options.registry), options: options)
}

/// Makes bytes of an object of a registered type.
///
/// - Parameters:
///   - object: the object, with all that it leads to.
///   - options: how it is saved.
/// - Throws: `StowageError` for what cannot be saved, or an error of an object's.
public func serialize(
  _ object: some RegisteredObject, options: SaveOptions = SaveOptions(embedsSchema: false)
) throws -> Data {
  try serialize(.object(object, in: options.registry), options: options)
}

/// Loads the object of a registered type in a file, whatever its format.
///
/// - Throws: `StowageError` for a file that is damaged or holds something else, or an error of an
///   object's.
public func load<Object: RegisteredObject>(
  _ path: String, as type: Object.Type, options: LoadOptions = LoadOptions()
) throws -> Object {
  try object(load(path, options: options))
}

/// Makes an object of a registered type of bytes, whatever their format.
///
/// - Throws: `StowageError` for bytes that are damaged or hold something else, or an error of an
///   object's.
public func deserialize<Object: RegisteredObject>(
  _ data: Data, as type: Object.Type, options: LoadOptions = LoadOptions()
) throws -> Object {
  try object(deserialize(data, options: options))
}

private func object<Object>(_ value: Value) throws(StowageError) -> Object {
  guard let object = value.object(as: Object.self) else {
    throw StowageError(.wrongType, "the file holds something else than a \(Object.self)")
  }
  return object
}

/// Saves a value of any Codable type to a file, in place of what was there.
///
/// - Parameters:
///   - path: the file.
///   - value: the value.
///   - options: how it is saved.
/// - Throws: `EncodingError` with the coding path, or `StowageError` for what cannot be written.
@_disfavoredOverload
public func save(
  _ path: String, _ value: some Encodable, options: SaveOptions = SaveOptions()
) throws {
  try save(path, ValueEncoder().encode(value), options: options)
}

/// Makes bytes of a value of any Codable type.
///
/// - Parameters:
///   - value: the value.
///   - options: how it is saved.
/// - Throws: `EncodingError` with the coding path, or `StowageError`.
@_disfavoredOverload
public func serialize(
  _ value: some Encodable, options: SaveOptions = SaveOptions(embedsSchema: false)
) throws -> Data {
  try serialize(ValueEncoder().encode(value), options: options)
}

/// Loads a value of a Codable type from a file, whatever its format.
///
/// - Throws: `StowageError` for a file that is damaged, or `DecodingError` with the coding path.
@_disfavoredOverload
public func load<Content: Decodable>(
  _ path: String, as type: Content.Type, options: LoadOptions = LoadOptions()
) throws -> Content {
  try ValueDecoder().decode(type, from: load(path, options: options))
}

/// Makes a value of a Codable type of bytes, whatever their format.
///
/// - Throws: `StowageError` for bytes that are damaged, or `DecodingError` with the coding path.
@_disfavoredOverload
public func deserialize<Content: Decodable>(
  _ data: Data, as type: Content.Type, options: LoadOptions = LoadOptions()
) throws -> Content {
  try ValueDecoder().decode(type, from: deserialize(data, options: options))
}
