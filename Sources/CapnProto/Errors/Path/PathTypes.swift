internal import Synchronization

/// What the path of an error has to know of types: where their pointers lie, what these are called,
/// and what they lead to.
///
/// It is found out from the schema as far as it is needed, and kept for the next error.
struct PathTypes {
  /// A type, by its number here.
  ///
  /// Generic types have one for each binding.
  typealias ID = Int

  enum Shape: Hashable {
    /// Text, data and everything else that no pointer can be beneath.
    case leaf
    /// AnyPointer and AnyStruct, and parameters that are not bound.
    case unknown
    case unknownList
    case list(ID)
    case structure(UInt64, Bindings)
  }

  /// What generic parameters stand for, by the declaration that they belong to.
  typealias Bindings = [UInt64: [ID]]

  /// A pointer of a struct or of a group in it.
  struct Field {
    let name: String
    let slot: Int
    let type: ID
    /// The members of unions that have to be set for the field to be there.
    let conditions: [Condition]
  }

  /// A place in the data section, in units of two bytes, and what stands there.
  struct Condition: Hashable {
    let index: Int
    let tag: UInt16
  }

  struct Fields {
    var all: [Field] = []
    var bySlot: [Int: [Int]] = [:]
    /// Those that more pointers may be beneath.
    var branches: [Int] = []
    /// The names of the members of unions.
    var members: [Condition: String] = [:]
  }

  let root: SchemaNode
  private(set) var rootType: ID = 0
  private var shapes: [Shape] = []
  private var ids: [Shape: ID] = [:]
  private var fields: [ID: Fields] = [:]

  // The declarations that were met so far, and those of them whose dependencies were not.
  private var nodes: [UInt64: SchemaNode]
  private var waiting: [SchemaNode]

  /// A schema can bind a parameter to ever larger types as a message gets deeper.
  private static let mostShapes = 10_000

  init(root: SchemaNode) {
    self.root = root
    nodes = [root.id: root]
    waiting = [root]
    rootType = id(of: .structure(root.id, [:]))
  }

  /// The number of a type.
  mutating func id(of shape: Shape) -> ID {
    if let known = ids[shape] { return known }
    guard shapes.count < Self.mostShapes || shape == .unknown else { return id(of: .unknown) }
    shapes.append(shape)
    ids[shape] = shapes.count - 1
    return shapes.count - 1
  }

  subscript(type: ID) -> Shape { shapes[type] }

  /// The struct that a type is, or that it is a list of.
  func structure(in type: ID) -> ID? {
    switch shapes[type] {
    case .structure: return type
    case .list(let element):
      if case .structure = shapes[element] { return element }
      return nil
    default: return nil
    }
  }

  /// The pointers of a struct.
  mutating func fields(of structure: ID) -> Fields {
    if let known = fields[structure] { return known }
    var found = Fields()
    if case .structure(let node, let bindings) = shapes[structure] {
      // Schemas of generated code are sound; of any other, what is sound is taken.
      try? collectFields(of: node, bindings, into: &found)
    }
    for (index, field) in found.all.enumerated() {
      found.bySlot[field.slot, default: []].append(index)
      if shapes[field.type] != .leaf { found.branches.append(index) }
    }
    fields[structure] = found
    return found
  }

  /// The declaration with this id, among those that the root's schema leads to.
  mutating func node(_ id: UInt64) -> SchemaNode? {
    var next = 0
    while nodes[id] == nil, next < waiting.count {
      for node in waiting[next].dependencies where nodes[node.id] == nil {
        nodes[node.id] = node
        waiting.append(node)
      }
      next += 1
    }
    waiting.removeFirst(next)
    return nodes[id]
  }
}

extension PathTypes {
  // What was found out for a root stays, as its schema does: a program has few of them. They are
  // kept by the object, as two schemas that were not generated may go by the same id.
  private static let known = Mutex<[ObjectIdentifier: PathTypes]>([:])

  static func known(for root: SchemaNode) -> PathTypes {
    known.withLock { $0[ObjectIdentifier(root)] } ?? PathTypes(root: root)
  }

  func keep() { Self.known.withLock { $0[ObjectIdentifier(root)] = self } }

  /// How much is known.
  var size: Int { fields.count }
}
