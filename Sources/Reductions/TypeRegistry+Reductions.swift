public import Stowage

extension TypeRegistry {
  /// Registers the types of this module, as `reductions.Workspace`.
  ///
  /// What is registered already stays as it is, so this can be called more than once.
  ///
  /// - Throws: `StowageError` where the name is another type's.
  public func registerReductions() throws(StowageError) {
    guard id(of: Workspace.self) == nil else { return }
    try register(Workspace.self, as: "reductions.Workspace")
  }
}
