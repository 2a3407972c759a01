/// The schema of an enumeration.
public struct EnumSchema: Sendable {
  let declaration: DeclarationNode
  private let nodes: [EnumerantNode]

  init?(_ declaration: DeclarationNode?) {
    guard let declaration, case .enumeration(let nodes) = declaration.kind else { return nil }
    self.declaration = declaration
    self.nodes = nodes
  }

  /// The values, in the order of their numbers, which start at zero.
  public var enumerants: [EnumerantSchema] {
    nodes.indices.map { EnumerantSchema(node: nodes[$0], value: UInt16(truncatingIfNeeded: $0)) }
  }

  /// The value with a number; nil where the schema does not know it.
  public func enumerant(_ value: UInt16) -> EnumerantSchema? {
    nodes.indices.contains(Int(value))
      ? EnumerantSchema(node: nodes[Int(value)], value: value) : nil
  }

  /// The value with a name.
  public func enumerant(named name: String) -> EnumerantSchema? {
    nodes.firstIndex { $0.name == name }.map {
      EnumerantSchema(node: nodes[$0], value: UInt16(truncatingIfNeeded: $0))
    }
  }
}

extension EnumSchema: Hashable {
  public static func == (left: Self, right: Self) -> Bool { left.id == right.id }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A value of an enumeration.
public struct EnumerantSchema: Sendable {
  let node: EnumerantNode

  /// The number on the wire.
  public let value: UInt16

  /// The name in the schema.
  public var name: String { node.name }

  /// The place of the value in the text of the schema.
  public var codeOrder: Int { node.codeOrder }

  /// The comment on the value in the text of the schema, where that is known.
  public var documentation: String? { node.documentation }

  /// The annotations on the value.
  public var annotations: [SchemaAnnotation] { node.annotations }
}
