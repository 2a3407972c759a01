/// The schema of a struct or of a group, with what its generic parameters are bound to.
///
/// It is a handle, cheap to copy. Two are equal when their ids and their bindings are.
public struct StructSchema: Sendable {
  let registry: SchemaRegistry
  let declaration: DeclarationNode
  let node: StructNode
  let bindings: Bindings

  init?(_ registry: SchemaRegistry, _ declaration: DeclarationNode?, _ bindings: Bindings) {
    guard let declaration, let node = declaration.structure else { return nil }
    self.registry = registry
    self.declaration = declaration
    self.node = node
    self.bindings = bindings
  }

  /// The size of the struct's two sections.
  public var layout: StructLayout { node.layout }

  /// Whether it is a group, which lies in the struct around it.
  public var isGroup: Bool { node.isGroup }

  /// The number of members of the unnamed union; zero without one.
  public var discriminantCount: Int { node.discriminantCount }

  /// Where the tag of the unnamed union lies, in units of two bytes.
  public var discriminantOffset: Int { node.discriminantOffset }

  /// The fields in the order of their ordinals.
  public var fields: [FieldSchema] {
    node.fields.indices.map { FieldSchema(parent: self, index: $0) }
  }

  /// The members of the unnamed union, in the order of their ordinals.
  public var unionFields: [FieldSchema] { fields.filter { $0.discriminant != nil } }

  /// The fields outside the unnamed union, in the order of their ordinals.
  public var nonUnionFields: [FieldSchema] { fields.filter { $0.discriminant == nil } }

  /// The field with a name.
  public func field(named name: String) -> FieldSchema? {
    node.byName[name].map { FieldSchema(parent: self, index: $0) }
  }

  /// The member of the unnamed union with a tag.
  public func field(discriminant: UInt16) -> FieldSchema? {
    node.byDiscriminant[discriminant].map { FieldSchema(parent: self, index: $0) }
  }

  /// The names of the generic parameters that the struct declares itself.
  public var parameters: [String] { declaration.parameters }

  /// The same struct with its own generic parameters bound to types.
  ///
  /// - Throws: `CapnProtoError` when there are not as many types as parameters.
  public func binding(_ types: [SchemaType]) throws(CapnProtoError) -> StructSchema {
    guard types.count == parameters.count else {
      throw CapnProtoError(
        .invalidArgument, "\(name) has \(parameters.count) parameters, and \(types.count) are given"
      )
    }
    return StructSchema(registry, declaration, Bindings(id, types)) ?? self
  }
}

extension StructSchema: Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.bindings == right.bindings
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
