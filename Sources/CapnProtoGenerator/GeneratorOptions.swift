/// How code is generated; annotations in a schema override what is said here.
public struct GeneratorOptions: Hashable, Sendable {
  /// Who can see the generated declarations.
  public var access: Access = .public

  /// The type that everything is nested in, as in `Shapes` or `Shapes.Internal`; empty for none.
  public var namespace: String = ""

  /// Whether every struct gets a plain Swift value.
  public var values: Bool = false

  /// The module that the code will be compiled in, empty when it is not known.
  public var module: String = ""

  /// An access level of Swift.
  public enum Access: String, Hashable, Sendable, CaseIterable {
    /// Seen by everyone.
    case `public`
    /// Seen by the modules of the same package.
    case package
    /// Seen by the same module only.
    case `internal`
  }

  /// The default options.
  public init() {}
}
