public import Foundation

/// Objects of any type in bytes of their own, for fields of type `Data` within others.
///
/// Unlike a field of type `AnyPointer` such a field has a form in every format.
public enum ObjectBytes {
  /// Makes bytes of an object of a registered type, by its name.
  ///
  /// - Parameters:
  ///   - object: the object.
  ///   - registry: the names of the types; nil for that of the call that saves.
  /// - Throws: `StowageError` where the type is not registered, or an error of the object's.
  public static func write(_ object: Any, registry: TypeRegistry? = nil) throws -> Data {
    let known = registry ?? ObjectScope.current.registry ?? .shared
    return try serialize(
      .object(object, in: known), options: SaveOptions(embedsSchema: false, registry: known))
  }

  /// Reads an object that ``write(_:registry:)`` made bytes of.
  ///
  /// - Parameters:
  ///   - data: the bytes.
  ///   - type: what the object has to be: a type, or a protocol.
  ///   - registry: the types that can be built; nil for those of the call that loads.
  /// - Throws: `StowageError` for a type that may not be built, or bytes that hold something else,
  ///   or an error of the object's.
  public static func read<Object>(
    _ data: Data, as type: Object.Type = Object.self, registry: TypeRegistry? = nil
  ) throws -> Object {
    let scope = ObjectScope.current
    let options = LoadOptions(
      allowedTypes: scope.allowed, registry: registry ?? scope.registry ?? .shared)
    return try deserialize(data, options: options).required(type)
  }
}
