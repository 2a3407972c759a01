/// A field of a struct, a group in it, or a member of its union.
public struct FieldSchema: Sendable {
  /// The struct that the field belongs to.
  public let parent: StructSchema

  /// The place of the field among the fields of its struct.
  public let index: Int

  var node: FieldNode { parent.node.fields[index] }

  /// The name in the schema.
  public var name: String { node.name }

  /// The place of the field in the text of the schema.
  public var codeOrder: Int { node.codeOrder }

  /// The number behind the `@`; nil for a group, which has none.
  public var ordinal: Int? { node.ordinal }

  /// The tag that makes this member of the union the active one; nil outside the union.
  public var discriminant: UInt16? { node.discriminant }

  /// The comment behind the field in the text of the schema, where that is known.
  public var documentation: String? { node.documentation }

  /// The annotations on the field.
  public var annotations: [SchemaAnnotation] { node.annotations }

  /// Whether it is a group; its type is a struct then.
  public var isGroup: Bool {
    if case .group = node.kind { true } else { false }
  }

  /// The type, with generic parameters replaced by what they are bound to.
  public var type: SchemaType {
    switch node.kind {
    case .slot(_, let type, _, _): parent.registry.resolve(type, parent.bindings)
    case .group(let id):
      parent.registry.resolve(.structure(id, BrandNode()), parent.bindings, inherit: true)
    }
  }

  /// Where the field lies: in units of its own size, or the number of a pointer; zero for a group.
  public var offset: Int {
    if case .slot(let offset, _, _, _) = node.kind { offset } else { 0 }
  }

  /// Whether the schema gives a default.
  public var hasExplicitDefault: Bool {
    if case .slot(_, _, _, let explicit) = node.kind { explicit } else { false }
  }

  var defaultNode: ValueNode {
    if case .slot(_, _, let value, _) = node.kind { value } else { .void }
  }

  /// What the field reads as where it is not set.
  ///
  /// - Throws: `CapnProtoError` when the default in a schema from outside is damaged.
  public var defaultValue: DynamicValue {
    get throws(CapnProtoError) { try DynamicValue(defaultNode, type) }
  }
}

extension FieldSchema: Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    left.index == right.index && left.parent == right.parent
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(parent)
    hasher.combine(index)
  }
}
