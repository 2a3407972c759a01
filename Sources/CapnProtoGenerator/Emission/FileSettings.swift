/// The options that hold for one schema file: the annotations in it, then the command line.
struct FileSettings {
  var access: GeneratorOptions.Access
  var namespace: [String]
  var module: String
  var values: Bool

  init(_ file: NodeModel, options: GeneratorOptions) throws(GeneratorError) {
    let annotations = file.annotations
    access = options.access
    if let number = annotations.enumeration(SwiftAnnotation.access) {
      let levels: [GeneratorOptions.Access] = [.public, .package, .internal]
      guard levels.indices.contains(Int(number)) else {
        throw GeneratorError(
          .unsupported,
          "\(file.displayName): this generator does not know access level \(number).")
      }
      access = levels[Int(number)]
    }
    let path = annotations.text(SwiftAnnotation.namespace) ?? options.namespace
    namespace = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if path.isEmpty { namespace = [] }
    module = annotations.text(SwiftAnnotation.module) ?? ""
    values = options.values || annotations.contains(SwiftAnnotation.values)

    for name in namespace + (module.isEmpty ? [] : [module]) where !Identifier.isValid(name) {
      throw GeneratorError(
        .unsupported,
        "\(file.displayName): '\(name)' in a namespace or module name is not a Swift identifier. "
          + "Use ASCII letters, digits and underscores, and begin with a letter.")
    }
    if file.id == FileSettings.schemaFile {
      // The runtime carries the generated code of this one file.
      namespace = ["Schema"]
      module = "CapnProto"
    }
  }

  /// The id of Cap'n Proto's own `schema.capnp`.
  static let schemaFile: UInt64 = 0xa93f_c509_624c_72d9

  /// `@inlinable `, where the access level allows it.
  var inlinable: String { access == .internal ? "" : "@inlinable " }

  /// The access of a declaration that only generated code mentions, some of it inlinable.
  var usable: String { access == .public ? "@usableFromInline internal" : access.rawValue }
}
