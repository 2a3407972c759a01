/// A type as a schema spells it.
indirect enum TypeModel: Hashable {
  case void
  case bool
  case int(bits: Int)
  case uint(bits: Int)
  case float32
  case float64
  case text
  case data
  case list(TypeModel)
  case enumeration(UInt64, BrandModel)
  case structure(UInt64, BrandModel)
  case interface(UInt64, BrandModel)
  case anyPointer
  case anyStruct
  case anyList
  case capability

  /// The parameter with this index of the declaration with this id.
  case parameter(scope: UInt64, index: Int)

  /// Whether a field of this type is in the pointer section.
  var isPointer: Bool {
    switch self {
    case .void, .bool, .int, .uint, .float32, .float64, .enumeration: false
    default: true
    }
  }

  /// The declarations that the type names, those in its brand included.
  var nodes: [UInt64] {
    switch self {
    case .list(let element): element.nodes
    case .enumeration(let id, let brand), .structure(let id, let brand),
      .interface(let id, let brand):
      [id] + brand.nodes
    default: []
    }
  }
}

/// What the generic parameters of a type and of the declarations around it stand for.
struct BrandModel: Hashable {
  var scopes: [UInt64: Bindings] = [:]

  enum Bindings: Hashable {
    /// Each parameter stands for itself.
    case inherit

    /// Each parameter stands for the type at its place, AnyPointer where there is none.
    case bind([TypeModel])
  }

  var nodes: [UInt64] {
    scopes.sorted { $0.key < $1.key }.flatMap { scope in
      if case .bind(let types) = scope.value { types.flatMap(\.nodes) } else { [UInt64]() }
    }
  }
}
