/// What a graph holds in several places, and what of it is too deep, found before it is written.
///
/// Each item is walked through in the order in which it is written later: so what was found in it
/// is found again by counting.
struct GraphPlan {
  enum Item {
    case reference(Reference)
    case instance(Instance, fields: Table?)
    case part(Value, depth: Int)
  }

  /// What was found in an item, in order.
  struct Findings {
    /// Where references, objects of classes, parts and tensors stand.
    var places: [Int] = []
    /// What objects are built from.
    var configs: [Value] = []
    /// For each object, what is saved in its place; empty where nothing can take one.
    var replacements: [Value?] = []
  }

  /// How deep an item is in the message, before the rest becomes a part of its own.
  static let deepest = 12

  /// How deep values can be in each other in all: the stack has to hold them when they are given up.
  static let depthLimit = 500

  private(set) var items: [Item] = []
  private(set) var shapes: [[Value]] = []
  /// All tensors, with the places of their storages.
  private(set) var tensors: [(tensor: Tensor, storage: Int)] = []
  private(set) var storages: [Tensor.Storage] = []
  /// Those of the structs that objects write themselves into.
  private(set) var schemas: Set<SchemaNode> = []
  /// Those of the root, and then of each item.
  private(set) var findings: [Findings] = [Findings()]

  private let keepsSharing: Bool
  private let format: Format
  private let substitute: ((Instance) throws -> Value?)?
  private var replacements: [ObjectIdentifier: Value?] = [:]
  private var places: [ObjectIdentifier: Int] = [:]
  private var shapePlaces: [[Value]: Int] = [:]
  /// The shapes of keys by where they are in memory, kept so that no others get there.
  private var knownKeys: [UInt: (keys: [Value], shape: Int?)] = [:]
  private var current = 0
  /// The item that each item was found in, and what it is, to find cycles by.
  private var origins: [(parent: Int, identity: ObjectIdentifier?)] = []

  /// Looks through a graph.
  ///
  /// - Parameters:
  ///   - root: the graph.
  ///   - options: whether what is in several places is one item, or one for each place, and what
  ///     takes the place of objects.
  init(_ root: Value, _ options: SaveOptions) throws {
    keepsSharing = options.keepsSharing
    format = options.format
    substitute = options.substitute
    try walk(root, 0, 0)
    // It grows meanwhile.
    var index = 0
    while index < items.count {
      findings.append(Findings())
      current = index + 1
      switch items[index] {
      case .reference(let reference): try walk(reference.value, 0, 0)
      case .instance(let instance, let fields): try walk(instance, fields, 0, 0)
      case .part(let value, let depth): try walk(value, 0, depth)
      }
      index += 1
    }
    findStorages(options.compactsTensors)
  }

  /// The place of a record's shape; nil for tables that are none.
  func shape(of table: Table) -> Int? {
    if let known = knownKeys[table.keysAddress] { return known.shape }
    return table.isRecord ? shapePlaces[table.keys] : nil
  }

  private mutating func walk(_ value: Value, _ level: Int, _ depth: Int) throws {
    switch value {
    case .array(let values):
      for value in values { try child(value, level, depth) }
    case .table(let table):
      if !note(shapeOf: table) {
        for key in table.keys { try child(key, level, depth) }
      }
      for value in table.values { try child(value, level, depth) }
    case .tensor(let tensor):
      findings[current].places.append(tensors.count)
      tensors.append((tensor, 0))
    case .reference(let reference):
      try note(ObjectIdentifier(reference)) { _ in .reference(reference) }
    case .object(let instance): try walk(object: instance, level, depth)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .date, .type: break
    }
  }

  private mutating func child(_ value: Value, _ level: Int, _ depth: Int) throws {
    guard value.isDeep else { return try walk(value, level, depth) }
    guard depth < Self.depthLimit else {
      throw StowageError(
        .unsupportedValue,
        "values are more than \(Self.depthLimit) deep in each other: put some into references")
    }
    guard level == Self.deepest else { return try walk(value, level + 1, depth + 1) }
    add(.part(value, depth: depth + 1), nil)
  }

  private mutating func walk(object instance: Instance, _ level: Int, _ depth: Int) throws {
    guard let substitute else { return try walk(shared: instance, level, depth) }
    // What is in several places is replaced once.
    let replacement = try replacements[instance.identity] ?? substitute(instance)
    replacements[instance.identity] = .some(replacement)
    findings[current].replacements.append(replacement)
    switch replacement {
    case nil: try walk(shared: instance, level, depth)
    case .object(let instance)?: try walk(shared: instance, level, depth)
    case let value?: try walk(value, level, depth)
    }
  }

  private mutating func walk(shared instance: Instance, _ level: Int, _ depth: Int) throws {
    switch instance.entry.form {
    case .state(let form), .configured(let form, _):
      schemas.insert(form.schema)
      try Whole.requireNames(instance.object, format)
    case .fields, .none: break
    }
    guard instance.isShared else { return try walk(instance, nil, level, depth) }
    try note(instance.identity) { plan in
      if case .fields = instance.entry.form {
        .instance(instance, fields: try instance.fields())
      } else {
        .instance(instance, fields: nil)
      }
    }
  }

  private mutating func walk(
    _ instance: Instance, _ fields: Table?, _ level: Int, _ depth: Int
  ) throws {
    if let fields { return try child(.table(fields), level, depth) }
    guard case .configured(_, let form) = instance.entry.form else { return }
    let config = try form.config(instance.object)
    findings[current].configs.append(config)
    try child(config, level, depth)
  }

  /// Makes an item of something that may be in several places, if it is none yet.
  private mutating func note(
    _ identity: ObjectIdentifier, _ item: (borrowing GraphPlan) throws -> Item
  ) throws {
    if keepsSharing, let place = places[identity] {
      findings[current].places.append(place)
      return
    }
    if !keepsSharing { try refuseCycle(identity) }
    places[identity] = items.count
    add(try item(self), identity)
  }

  private mutating func add(_ item: Item, _ identity: ObjectIdentifier?) {
    findings[current].places.append(items.count)
    items.append(item)
    origins.append((current - 1, identity))
  }

  private func refuseCycle(_ identity: ObjectIdentifier) throws(StowageError) {
    var item = current - 1
    while item >= 0 {
      guard origins[item].identity != identity else {
        throw StowageError(
          .unsupportedValue, "the value leads back to itself, so it cannot be saved as copies")
      }
      item = origins[item].parent
    }
  }

  private mutating func findStorages(_ compacts: Bool) {
    let views = tensors.map(\.tensor)
    for (index, view) in (compacts ? Tensor.compacted(views) : views).enumerated() {
      let identity = ObjectIdentifier(view.storage)
      let place = places[identity] ?? storages.count
      tensors[index] = (view, place)
      guard place == storages.count else { continue }
      places[identity] = place
      storages.append(view.storage)
    }
  }

  private mutating func note(shapeOf table: Table) -> Bool {
    if let known = knownKeys[table.keysAddress] { return known.shape != nil }
    guard table.isRecord else {
      knownKeys[table.keysAddress] = (table.keys, nil)
      return false
    }
    let place = shapePlaces[table.keys] ?? shapes.count
    if place == shapes.count {
      shapePlaces[table.keys] = place
      shapes.append(table.keys)
    }
    knownKeys[table.keysAddress] = (table.keys, place)
    return true
  }
}

extension Value {
  /// Whether other values may be in it.
  var isDeep: Bool {
    switch self {
    case .array, .table: true
    case .object(let instance): !instance.isShared
    default: false
    }
  }
}

/// Goes through what was found in an item, in the order in which it was found.
struct GraphCursor {
  private var findings = GraphPlan.Findings()
  private var nextPlace = 0
  private var nextConfig = 0
  private var nextReplacement = 0

  init() {}

  init(_ findings: GraphPlan.Findings) { self.findings = findings }

  /// Where the next reference, object, part or tensor stands.
  mutating func place() -> Int {
    nextPlace += 1
    return findings.places[nextPlace - 1]
  }

  /// What the next object is built from.
  mutating func config() -> Value {
    nextConfig += 1
    return findings.configs[nextConfig - 1]
  }

  /// What is saved in the place of an object.
  mutating func replacement(_ instance: Instance) -> Value {
    guard !findings.replacements.isEmpty else { return .object(instance) }
    nextReplacement += 1
    return findings.replacements[nextReplacement - 1] ?? .object(instance)
  }
}
