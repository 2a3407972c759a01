/// An object of a registered type, as part of a value.
public struct Instance: Hashable {
  private final class Box {
    let object: Any

    init(_ object: Any) { self.object = object }
  }

  private let box: Box
  let entry: RegisteredType

  init(_ object: Any, _ entry: RegisteredType) {
    box = Box(object)
    self.entry = entry
  }

  /// Takes up an object whose type is registered.
  ///
  /// - Throws: `StowageError` where it is not, and could so not be loaded again.
  public init(_ object: Any, in registry: TypeRegistry = .shared) throws(StowageError) {
    let entry = try registry.entry(of: Swift.type(of: object))
    if case .none = entry.form {
      throw StowageError(
        .unsupportedValue, "of \(entry.id), only the type itself can be a value, and no object")
    }
    self.init(object, entry)
  }

  /// The object.
  public var object: Any { box.object }

  /// The name that its type is registered under.
  public var type: TypeID { entry.id }

  /// What tells this object from others: the object itself where it is one of a class.
  var identity: ObjectIdentifier {
    isShared ? ObjectIdentifier(box.object as AnyObject) : ObjectIdentifier(box)
  }

  /// Whether the object is one of a class, and can so be in several places.
  var isShared: Bool { entry.type is AnyClass }

  public static func == (left: Instance, right: Instance) -> Bool {
    left.identity == right.identity
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}

extension Value {
  /// An object of a registered type.
  ///
  /// - Throws: `StowageError` where the type is not registered, and the object could so not be
  ///   loaded again.
  public static func object(
    _ object: Any, in registry: TypeRegistry = .shared
  ) throws(StowageError) -> Value {
    .object(try Instance(object, in: registry))
  }

  /// A registered type itself.
  ///
  /// - Throws: `StowageError` where it is not registered, and could so not be loaded again.
  public static func type(
    _ type: Any.Type, in registry: TypeRegistry = .shared
  ) throws(StowageError) -> Value {
    .type(try registry.entry(of: type).id)
  }

  /// The type that this is, where it is one.
  ///
  /// - Throws: `StowageError` where this is no type, or none that is registered.
  public func type(in registry: TypeRegistry = .shared) throws(StowageError) -> Any.Type {
    guard case .type(let id) = self else {
      throw StowageError(.wrongType, "the value is no type")
    }
    return try registry.type(id)
  }
}
