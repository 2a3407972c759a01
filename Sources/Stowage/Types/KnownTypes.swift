/// The types that may be built while a file is loaded.
struct KnownTypes {
  let registry: TypeRegistry
  let allowed: Set<TypeID>?
  private let substitute: ((Instance) throws -> Value?)?

  init(_ options: LoadOptions) {
    registry = options.registry
    allowed = options.allowedTypes
    substitute = options.substitute
  }

  /// The type of a name in a file.
  ///
  /// - Throws: `StowageError` where it is not registered, or not allowed.
  func entry(_ id: TypeID) throws(StowageError) -> RegisteredType {
    if let allowed, !allowed.contains(id) {
      // A name that it had before is allowed with the one that it has now.
      guard let entry = try? registry.entry(id), allowed.contains(entry.id) else {
        throw StowageError(
          .typeNotAllowed,
          "the file holds a \(id), which is not among the types that were allowed: "
            + allowed.map(\.description).sorted().joined(separator: ", "))
      }
    }
    return try registry.entry(id)
  }

  /// An object that was loaded, or what takes its place.
  func kept(_ instance: Instance) throws -> Value {
    try substitute?(instance) ?? .object(instance)
  }
}
