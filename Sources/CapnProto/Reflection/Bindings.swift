/// What the parameters of generic types stand for, by the declaration that they belong to.
struct Bindings: Hashable, Sendable {
  private(set) var scopes: [UInt64: [SchemaType]] = [:]

  /// How many types there are in all, those in bindings of bindings included.
  private(set) var size = 0

  /// A schema can bind a parameter to ever larger types as a message gets deeper.
  ///
  /// What is larger than this reads as bound to nothing.
  private static let largest = 1000

  init() {}

  init(_ scope: UInt64, _ types: [SchemaType]) { bind(scope, types) }

  private mutating func bind(_ scope: UInt64, _ types: [SchemaType]) {
    let more = types.reduce(types.count) { $0 + $1.bindingSize }
    guard size + more <= Self.largest else { return }
    scopes[scope] = types
    size += more
  }

  /// What a brand binds, in the place where it stands.
  init(_ brand: BrandNode, in registry: SchemaRegistry, outer: Bindings) {
    // In the order of the ids, so that it is always the same ones that are left out.
    for (id, scope) in brand.scopes.sorted(by: { $0.key < $1.key }) {
      switch scope {
      case .inherit: if let types = outer.scopes[id] { bind(id, types) }
      case .bind(let types): bind(id, types.map { registry.resolve($0, outer) })
      }
    }
  }
}

extension SchemaType {
  fileprivate var bindingSize: Int {
    switch self {
    case .list(let element): element.bindingSize
    case .structure(let schema): schema.bindings.size
    case .interface(let schema): schema.bindings.size
    default: 0
    }
  }
}
