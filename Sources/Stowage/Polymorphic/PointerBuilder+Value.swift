public import CapnProto

/// Values and objects of any type, in fields of type `AnyPointer` of a schema of your own.
extension PointerBuilder {
  /// Writes an object of a registered type, by its name.
  ///
  /// The schema has a field of type `AnyPointer` for it, and the object is read back with
  /// ``CapnProto/PointerReader/object(as:registry:allowed:)``. See <doc:Evolution>.
  ///
  /// JSON and text have no form for such fields. For these formats use a field of type `Data` that
  /// holds what ``serialize(_:format:)-(Value,_)`` makes of the object.
  ///
  /// - Parameters:
  ///   - object: the object.
  ///   - registry: the names of the types; nil for that of the call that saves.
  /// - Throws: `StowageError` where the type is not registered, or an error of the object's.
  public func setObject(_ object: Any, registry: TypeRegistry? = nil) throws {
    let known = registry ?? ObjectScope.current.registry ?? .shared
    try setValue(.object(object, in: known), registry: known)
  }

  /// Writes objects of registered types, which may be different ones, by their names.
  ///
  /// - Parameters:
  ///   - objects: the objects. Those of classes can be there more than once, and stay the same.
  ///   - registry: the names of the types; nil for that of the call that saves.
  /// - Throws: `StowageError` where a type is not registered, or an error of an object's.
  public func setObjects(_ objects: some Sequence<Any>, registry: TypeRegistry? = nil) throws {
    let known = registry ?? ObjectScope.current.registry ?? .shared
    try setValue(.array(objects.map { try .object($0, in: known) }), registry: known)
  }

  /// Writes a value, with all that it leads to.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - registry: the names of the types; nil for that of the call that saves.
  /// - Throws: `StowageError` for what cannot be saved, or an error of an object's.
  public func setValue(_ value: Value, registry: TypeRegistry? = nil) throws {
    let scope = ObjectScope.current
    if let format = scope.format, format == .json || format == .text {
      throw StowageError(
        .unsupportedValue,
        "a field of type AnyPointer has no form in \(format): use .packed or .binary, or a field of "
          + "type Data that holds what serialize makes of the value")
    }
    let options = SaveOptions(format: .binary, registry: registry ?? scope.registry ?? .shared)
    var writer = try GraphWriter(value, options)
    try writer.write(value, to: initialize(Wire.Graph.self), usesBlobs: false)
  }
}
