public import Foundation

/// Loads the value in a file, whatever its format.
///
/// An object comes as a value that holds it; its type has to be registered.
///
/// - Throws: `StowageError` for a file that is damaged or names types that may not be built, or an
///   error of an object's.
public func load(_ path: String, options: LoadOptions = LoadOptions()) throws -> Value {
  try deserialize(Archive.map(path), options: options)
}

/// Loads the object in a file, whatever its format.
///
/// - Throws: `StowageError` for a file that is damaged or holds something else, or an error of the
///   object's.
public func load<Object: Serializable & SendableMetatype>(
  _ path: String, as type: Object.Type, options: LoadOptions = LoadOptions()
) throws -> Object {
  try deserialize(Archive.map(path), as: type, options: options)
}

/// Makes a value of bytes, whatever their format.
///
/// - Throws: `StowageError` for bytes that are damaged or name types that may not be built, or an
///   error of an object's.
public func deserialize(_ data: Data, options: LoadOptions = LoadOptions()) throws -> Value {
  try Archive.value(data, options)
}

/// Makes an object of bytes, whatever their format.
///
/// - Throws: `StowageError` for bytes that are damaged or hold something else, or an error of the
///   object's.
public func deserialize<Object: Serializable & SendableMetatype>(
  _ data: Data, as type: Object.Type, options: LoadOptions = LoadOptions()
) throws -> Object {
  try Archive.object(data, type, options)
}
