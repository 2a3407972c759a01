/// What the call that is saving or loading allows, for objects that stand within others.
///
/// What a type writes and reads of itself knows nothing of the options of the call.
struct ObjectScope: Sendable {
  var registry: TypeRegistry?
  var allowed: Set<TypeID>?
  var format: Format?

  @TaskLocal static var current = ObjectScope()

  /// Runs a function within the options of a call.
  static func with<Result>(_ options: SaveOptions, _ body: () throws -> Result) rethrows -> Result {
    try $current.withValue(
      ObjectScope(registry: options.registry, format: options.format), operation: body)
  }

  /// Runs a function within the types that a call allows.
  static func with<Result>(_ types: KnownTypes, _ body: () throws -> Result) rethrows -> Result {
    try $current.withValue(
      ObjectScope(registry: types.registry, allowed: types.allowed), operation: body)
  }

  /// The types that may be built where some are allowed and the call may allow others.
  func types(_ registry: TypeRegistry?, _ allowed: Set<TypeID>?) -> KnownTypes {
    let both = self.allowed.map { outer in allowed.map(outer.intersection) ?? outer } ?? allowed
    return KnownTypes(
      LoadOptions(allowedTypes: both, registry: registry ?? self.registry ?? .shared))
  }
}
