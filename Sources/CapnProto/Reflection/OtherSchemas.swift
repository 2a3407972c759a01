/// The schema of an interface, whose methods are not called here.
public struct InterfaceSchema: Sendable {
  let declaration: DeclarationNode
  let bindings: Bindings
  private let node: InterfaceNode

  init?(_ declaration: DeclarationNode?, _ bindings: Bindings) {
    guard let declaration, case .interface(let node) = declaration.kind else { return nil }
    self.declaration = declaration
    self.node = node
    self.bindings = bindings
  }

  /// The ids of the interfaces that it extends.
  public var superclasses: [UInt64] { node.superclasses }

  /// The names of the methods, in the order of their ordinals.
  public var methodNames: [String] { node.methods.map(\.name) }
}

extension InterfaceSchema: Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.bindings == right.bindings
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The schema of a constant.
public struct ConstSchema: Sendable {
  let registry: SchemaRegistry
  let declaration: DeclarationNode
  private let typeNode: TypeNode
  private let valueNode: ValueNode

  init?(_ registry: SchemaRegistry, _ declaration: DeclarationNode?) {
    guard let declaration, case .constant(let type, let value) = declaration.kind else {
      return nil
    }
    self.registry = registry
    self.declaration = declaration
    typeNode = type
    valueNode = value
  }

  /// The type of the constant.
  public var type: SchemaType { registry.resolve(typeNode, Bindings()) }

  /// The value of the constant.
  ///
  /// - Throws: `CapnProtoError` when the schema came from outside and is damaged.
  public var value: DynamicValue {
    get throws(CapnProtoError) { try DynamicValue(valueNode, type) }
  }
}

/// The declaration of an annotation.
public struct AnnotationSchema: Sendable {
  let registry: SchemaRegistry
  let declaration: DeclarationNode
  private let typeNode: TypeNode

  /// What the annotation may stand on.
  public let targets: AnnotationTargets

  init?(_ registry: SchemaRegistry, _ declaration: DeclarationNode?) {
    guard let declaration, case .annotation(let type, let targets) = declaration.kind else {
      return nil
    }
    self.registry = registry
    self.declaration = declaration
    self.targets = targets
    typeNode = type
  }

  /// The type of the annotation's values.
  public var type: SchemaType { registry.resolve(typeNode, Bindings()) }
}

/// A schema file.
public struct FileSchema: Sendable {
  let declaration: DeclarationNode

  init?(_ declaration: DeclarationNode?) {
    guard let declaration, case .file = declaration.kind else { return nil }
    self.declaration = declaration
  }
}
