/// A declaration as a registry keeps it: a checked copy of a `Schema.Node`, in plain Swift.
///
/// Types are named by id here. The public schemas are handles on this, with the registry that knows
/// what the ids stand for, and with what the parameters of generic types stand for.
final class DeclarationNode: Sendable {
  let id: UInt64
  let scopeID: UInt64
  let displayName: String
  let name: String
  let parameters: [String]
  let nested: [NestedDeclaration]
  let annotations: [SchemaAnnotation]
  let documentation: String?
  let kind: Kind

  enum Kind: Equatable, Sendable {
    case file
    case structure(StructNode)
    case enumeration([EnumerantNode])
    case interface(InterfaceNode)
    case constant(TypeNode, ValueNode)
    case annotation(TypeNode, targets: AnnotationTargets)
  }

  init(
    id: UInt64, scopeID: UInt64, displayName: String, name: String, parameters: [String],
    nested: [NestedDeclaration], annotations: [SchemaAnnotation], documentation: String?, kind: Kind
  ) {
    self.id = id
    self.scopeID = scopeID
    self.displayName = displayName
    self.name = name
    self.parameters = parameters
    self.nested = nested
    self.annotations = annotations
    self.documentation = documentation
    self.kind = kind
  }

  var structure: StructNode? {
    if case .structure(let node) = kind { node } else { nil }
  }
}

/// The name and the id of a declaration inside another one.
public struct NestedDeclaration: Hashable, Sendable {
  /// The name by which the outer declaration knows it.
  public let name: String

  /// The id of the declaration.
  public let id: UInt64
}

/// What is special to a struct or a group.
struct StructNode: Equatable, Sendable {
  let layout: StructLayout
  let isGroup: Bool
  let discriminantCount: Int
  let discriminantOffset: Int
  let fields: [FieldNode]
  let byName: [String: Int]
  let byDiscriminant: [UInt16: Int]

  // What stands beside the fields follows from them.
  static func == (left: Self, right: Self) -> Bool {
    left.layout == right.layout && left.isGroup == right.isGroup
      && left.discriminantCount == right.discriminantCount
      && left.discriminantOffset == right.discriminantOffset && left.fields == right.fields
  }
}

/// A field, a group or a member of a union.
struct FieldNode: Equatable, Sendable {
  let name: String
  let codeOrder: Int
  let ordinal: Int?
  let discriminant: UInt16?
  let documentation: String?
  let annotations: [SchemaAnnotation]
  let kind: Kind

  enum Kind: Equatable, Sendable {
    case slot(offset: Int, TypeNode, ValueNode, explicit: Bool)
    case group(UInt64)
  }

  // Comments and annotations may differ between two texts of one schema.
  static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.discriminant == right.discriminant && left.kind == right.kind
  }
}

/// A value of an enumeration; its number is its place in the list.
struct EnumerantNode: Equatable, Sendable {
  let name: String
  let codeOrder: Int
  let documentation: String?
  let annotations: [SchemaAnnotation]

  static func == (left: Self, right: Self) -> Bool { left.name == right.name }
}

/// What is special to an interface.
struct InterfaceNode: Equatable, Sendable {
  let superclasses: [UInt64]
  let methods: [Method]

  struct Method: Equatable, Sendable {
    let name: String
    let parameters: UInt64
    let results: UInt64
  }
}
