internal import Synchronization

/// The declarations that a program knows while it runs, by their ids.
///
/// A registry is filled from generated types, from the request that the `capnp` tool sends to code
/// generators, or from nodes in any message. What is loaded is copied and checked, so that schemas
/// may come from outside: a schema that makes no sense is an error, and leaves the registry as it
/// was.
public final class SchemaRegistry: Sendable {
  private let nodes = Mutex<[UInt64: DeclarationNode]>([:])

  /// A registry that knows nothing yet.
  public init() {}

  /// The registry that types of generated code are loaded into when they are asked for their
  /// schema.
  static let generated = SchemaRegistry()

  func node(_ id: UInt64) -> DeclarationNode? { nodes.withLock { $0[id] } }

  /// Adds declarations that are checked with what is there already.
  func add(_ batch: [DeclarationNode]) throws(CapnProtoError) {
    let result = nodes.withLock { nodes -> Result<Void, CapnProtoError> in
      Result { () throws(CapnProtoError) in
        var all = nodes
        var fresh: [DeclarationNode] = []
        for node in batch {
          guard let known = all[node.id] else {
            all[node.id] = node
            fresh.append(node)
            continue
          }
          guard known.kind == node.kind else { throw .otherVersion(node) }
        }
        for node in fresh { try node.checkReferences(all) }
        nodes = all
      }
    }
    try result.get()
  }
}

extension SchemaRegistry {
  /// The struct with an id, its generic parameters bound to nothing.
  public func structure(_ id: UInt64) -> StructSchema? {
    StructSchema(self, node(id), Bindings())
  }

  /// The enumeration with an id.
  public func enumeration(_ id: UInt64) -> EnumSchema? { EnumSchema(node(id)) }

  /// The constant with an id.
  public func constant(_ id: UInt64) -> ConstSchema? { ConstSchema(self, node(id)) }

  /// The declaration with an id.
  public func declaration(_ id: UInt64) -> Declaration? {
    node(id).flatMap { Declaration(self, $0) }
  }

  /// All declarations, in the order of their ids.
  public var declarations: [Declaration] {
    nodes.withLock { $0.values.sorted { $0.id < $1.id } }
      .compactMap { Declaration(self, $0) }
  }

  /// The declaration with a dotted path such as `Outer.Inner`, in a file or in any of them.
  public func declaration(named path: String, in file: UInt64? = nil) -> Declaration? {
    let all = nodes.withLock { $0 }
    let files =
      file.map { [$0] }
      ?? all.values.filter { if case .file = $0.kind { true } else { false } }.map(\.id).sorted()
    let names = path.split(separator: ".", omittingEmptySubsequences: false)
    search: for file in files {
      var found = all[file]
      for name in names {
        guard let next = found?.nested.first(where: { $0.name == name }) else { continue search }
        found = all[next.id]
      }
      if let found { return Declaration(self, found) }
    }
    return nil
  }

  /// The type that a node means in the place where it stands.
  func resolve(
    _ type: TypeNode, _ outer: Bindings, inherit: Bool = false
  ) -> SchemaType {
    switch type {
    case .plain(let type): return type
    case .list(let element): return .list(resolve(element, outer))
    case .enumeration(let id):
      return enumeration(id).map(SchemaType.enumeration) ?? .uint16
    case .structure(let id, let brand):
      let bindings = inherit ? outer : Bindings(brand, in: self, outer: outer)
      return StructSchema(self, node(id), bindings).map(SchemaType.structure) ?? .anyStruct
    case .interface(let id, let brand):
      return InterfaceSchema(node(id), Bindings(brand, in: self, outer: outer))
        .map(SchemaType.interface) ?? .anyCapability
    case .parameter(let scope, let index):
      let bound = outer.scopes[scope] ?? []
      return bound.indices.contains(index) ? bound[index] : .anyPointer
    }
  }
}
