internal import Synchronization

/// The types that files can name, each under a name that is written down.
///
/// What is not registered is never built, whatever a file says. A name that a type had before stays
/// readable as an alias:
///
/// <!-- snippet: registering -->
/// ```swift
/// try TypeRegistry.shared.register(Perceptron.self, as: "shop.Perceptron")
/// try TypeRegistry.shared.register(
///   Classifier.self, as: "shop.Classifier", aliases: ["shop.Sorter"])
/// try TypeRegistry.shared.register(Person.self, as: "shop.Person")
/// ```
public final class TypeRegistry: Sendable {
  /// The registry that is used where no other one is given.
  public static let shared = TypeRegistry()

  private struct State {
    var types: [TypeID: RegisteredType] = [:]
    var ids: [ObjectIdentifier: TypeID] = [:]
  }

  private let state = Mutex(State())

  /// Makes a registry without types.
  public init() {}

  /// Registers a type that writes itself into a struct.
  ///
  /// - Parameters:
  ///   - type: the type.
  ///   - id: its name in files.
  ///   - aliases: names that it had before.
  /// - Throws: `StowageError` where the type or a name is registered already.
  public func register<Object: Serializable & SendableMetatype>(
    _ type: Object.Type, as id: TypeID, aliases: [TypeID] = []
  ) throws(StowageError) {
    try add(RegisteredType(type, id, aliases, .state(RegisteredType.StateForm(type))))
  }

  /// Registers a class whose objects can lead to each other in cycles.
  ///
  /// - Parameters:
  ///   - type: the class.
  ///   - id: its name in files.
  ///   - aliases: names that it had before.
  /// - Throws: `StowageError` where the type or a name is registered already.
  public func register<Object: GraphObject & SendableMetatype>(
    _ type: Object.Type, as id: TypeID, aliases: [TypeID] = []
  ) throws(StowageError) {
    try add(RegisteredType(type, id, aliases, .fields { Object() }))
  }

  /// Registers a type that can be a value itself, and whose objects are not saved.
  ///
  /// - Parameters:
  ///   - type: the type.
  ///   - id: its name in files.
  ///   - aliases: names that it had before.
  /// - Throws: `StowageError` where the type or a name is registered already.
  public func registerName(
    of type: Any.Type, as id: TypeID, aliases: [TypeID] = []
  ) throws(StowageError) {
    try add(RegisteredType(type, id, aliases, .none))
  }

  /// All names, aliases left out.
  public var ids: [TypeID] {
    state.withLock { state in state.types.filter { $0.key == $0.value.id }.keys.sorted() }
  }

  /// The name of a type, or nil where it is not registered.
  public func id(of type: Any.Type) -> TypeID? {
    state.withLock { $0.ids[ObjectIdentifier(type)] }
  }

  /// The type of a name.
  ///
  /// - Throws: `StowageError` with the nearest names where it is not registered.
  public func type(_ id: TypeID) throws(StowageError) -> Any.Type { try entry(id).type }

  func add(_ type: RegisteredType) throws(StowageError) {
    let fault: String? = state.withLock { state in
      if let old = state.ids[ObjectIdentifier(type.type)] {
        return "\(type.type) is registered already, as \(old)"
      }
      for id in [type.id] + type.aliases {
        if let old = state.types[id] { return "\(id) is registered already, for \(old.type)" }
      }
      for id in [type.id] + type.aliases { state.types[id] = type }
      state.ids[ObjectIdentifier(type.type)] = type.id
      return nil
    }
    if let fault { throw StowageError(.registeredTwice, fault) }
  }

  func entry(_ id: TypeID) throws(StowageError) -> RegisteredType {
    if let found = state.withLock({ $0.types[id] }) { return found }
    throw StowageError(
      .unregisteredType,
      "no type is registered as \(id)" + Spelling.hint(id.description, ids.map(\.description))
        + ": call register on the registry first")
  }

  func entry(of type: Any.Type) throws(StowageError) -> RegisteredType {
    guard let id = id(of: type) else {
      throw StowageError(
        .unregisteredType,
        "\(type) is not registered, and so could not be loaded again: give it a name with register")
    }
    return try entry(id)
  }
}
