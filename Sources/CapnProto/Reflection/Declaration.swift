/// What all declarations of a schema have.
public protocol DeclarationSchema: Sendable {
  /// The number that names the declaration everywhere.
  var id: UInt64 { get }

  /// The unqualified name; the path for a file.
  var name: String { get }

  /// A name for people: the file, a colon, and the dotted path in it.
  var displayName: String { get }

  /// The comment on the declaration in the text of the schema, where that is known.
  var documentation: String? { get }

  /// The annotations on the declaration.
  var annotations: [SchemaAnnotation] { get }

  /// The declaration around this one, zero for a file.
  var scopeID: UInt64 { get }

  /// The declarations inside this one.
  var nested: [NestedDeclaration] { get }
}

protocol DeclarationHandle: DeclarationSchema {
  var declaration: DeclarationNode { get }
}

extension DeclarationHandle {
  public var id: UInt64 { declaration.id }
  public var name: String { declaration.name }
  public var displayName: String { declaration.displayName }
  public var documentation: String? { declaration.documentation }
  public var annotations: [SchemaAnnotation] { declaration.annotations }
  public var scopeID: UInt64 { declaration.scopeID }
  public var nested: [NestedDeclaration] { declaration.nested }
}

extension StructSchema: DeclarationHandle {}
extension EnumSchema: DeclarationHandle {}
extension InterfaceSchema: DeclarationHandle {}
extension ConstSchema: DeclarationHandle {}
extension AnnotationSchema: DeclarationHandle {}
extension FileSchema: DeclarationHandle {}

/// A declaration of any kind.
public enum Declaration: Sendable {
  /// A schema file.
  case file(FileSchema)
  /// A struct or a group.
  case structure(StructSchema)
  /// An enumeration.
  case enumeration(EnumSchema)
  /// An interface.
  case interface(InterfaceSchema)
  /// A constant.
  case constant(ConstSchema)
  /// The declaration of an annotation.
  case annotation(AnnotationSchema)

  init?(_ registry: SchemaRegistry, _ node: DeclarationNode) {
    switch node.kind {
    case .file:
      guard let schema = FileSchema(node) else { return nil }
      self = .file(schema)
    case .structure:
      guard let schema = StructSchema(registry, node, Bindings()) else { return nil }
      self = .structure(schema)
    case .enumeration:
      guard let schema = EnumSchema(node) else { return nil }
      self = .enumeration(schema)
    case .interface:
      guard let schema = InterfaceSchema(node, Bindings()) else { return nil }
      self = .interface(schema)
    case .constant:
      guard let schema = ConstSchema(registry, node) else { return nil }
      self = .constant(schema)
    case .annotation:
      guard let schema = AnnotationSchema(registry, node) else { return nil }
      self = .annotation(schema)
    }
  }

  /// What all kinds have in common.
  public var schema: any DeclarationSchema {
    switch self {
    case .file(let schema): schema
    case .structure(let schema): schema
    case .enumeration(let schema): schema
    case .interface(let schema): schema
    case .constant(let schema): schema
    case .annotation(let schema): schema
    }
  }
}
