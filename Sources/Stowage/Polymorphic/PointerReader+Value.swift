public import CapnProto

/// Values and objects of any type, in fields of type `AnyPointer` of a schema of your own.
extension PointerReader {
  /// Reads an object that was written with ``CapnProto/PointerBuilder/setObject(_:registry:)``.
  ///
  /// What it has to be follows from where it is put: in a property of type `any Shape`, an object
  /// of any type that conforms to `Shape`. See <doc:Evolution>.
  ///
  /// - Parameters:
  ///   - type: what it has to be: a type, or a protocol.
  ///   - registry: the types that can be built; nil for those of the call that loads.
  ///   - allowed: those of them that may be built here; nil for all that the call allows.
  /// - Throws: `StowageError` for a type that may not be built, and where the field holds something
  ///   else, or an error of the object's.
  public func object<Object>(
    as type: Object.Type = Object.self, registry: TypeRegistry? = nil,
    allowed: Set<TypeID>? = nil
  ) throws -> Object {
    try value(registry: registry, allowed: allowed).required(type)
  }

  /// Reads objects that were written with ``CapnProto/PointerBuilder/setObjects(_:registry:)``.
  ///
  /// - Parameters:
  ///   - type: what each has to be: a type, or a protocol.
  ///   - registry: the types that can be built; nil for those of the call that loads.
  ///   - allowed: those of them that may be built here; nil for all that the call allows.
  /// - Throws: `StowageError` for a type that may not be built, and where the field holds something
  ///   else, or an error of an object's.
  public func objects<Object>(
    of type: Object.Type = Object.self, registry: TypeRegistry? = nil,
    allowed: Set<TypeID>? = nil
  ) throws -> [Object] {
    if isNull { return [] }
    guard let values = try value(registry: registry, allowed: allowed).array else {
      throw StowageError(.wrongType, "the field holds no array of objects")
    }
    return try values.map { try $0.required(type) }
  }

  /// Reads a value that was written with ``CapnProto/PointerBuilder/setValue(_:registry:)``.
  ///
  /// Where nothing was written, it is null.
  ///
  /// - Parameters:
  ///   - registry: the types that can be built; nil for those of the call that loads.
  ///   - allowed: those of them that may be built here; nil for all that the call allows.
  /// - Throws: `StowageError` for types that may not be built, or an error of an object's.
  public func value(
    registry: TypeRegistry? = nil, allowed: Set<TypeID>? = nil
  ) throws -> Value {
    let graph = try get(Wire.Graph.self)
    // No value takes less than a word, in what GraphWriter makes.
    let budget = Int(clamping: try totalSize.words) + 64
    let storages = try GraphStorages(graph, budget: budget).all()
    var reader = GraphReader(
      types: ObjectScope.current.types(registry, allowed), storages: storages, budget: budget)
    return try reader.read(graph)
  }
}

extension Value {
  func required<Object>(_ type: Object.Type) throws(StowageError) -> Object {
    guard case .object(let instance) = self else {
      throw StowageError(.wrongType, "the field holds no object, and \(type) is needed")
    }
    guard let object = instance.object as? Object else {
      throw StowageError(.wrongType, "the field holds a \(instance.type), and no \(type)")
    }
    return object
  }
}
