/// Checks of a graph that may come from anyone, for who goes through it once.
struct GraphCheck {
  /// What a value may name by its place.
  enum Kind: String { case reference, instance, part }

  private let shared: List<Wire.Shared>.Reader
  private let storages: GraphStorages
  /// How many values there can still be: those without content take no room in a message.
  private var budget: Int
  /// Whether each part has its place by now, a bit each.
  private var placed: [UInt64] = []

  /// Checks what is shared and the names of fields.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - storages: what its tensors are views of.
  ///   - budget: how many values the message has room for.
  /// - Throws: `StowageError` where there are more.
  init(_ graph: Wire.Graph.Reader, _ storages: GraphStorages, budget: Int) throws {
    shared = try graph.shared
    (self.storages, self.budget) = (storages, budget)
    try spend(shared.count)
    try spend(graph.shapes.count)
    placed = Array(repeating: 0, count: shared.count / 64 + 1)
  }

  /// Counts some values.
  ///
  /// - Throws: `StowageError` where there are more than the message has room for.
  mutating func spend(_ count: Int) throws(StowageError) {
    budget -= count
    guard budget >= 0 else {
      throw StowageError(
        .invalidContent, "there are more values than the message has room for")
    }
  }

  /// Checks that a value may name a place.
  ///
  /// - Throws: `StowageError` where something else stands there.
  mutating func place(_ index: UInt32, _ kind: Kind) throws {
    guard index < shared.count else { throw Self.missing(index, kind) }
    switch (try shared[Int(index)].which, kind) {
    case (.reference, .reference), (.instance, .instance): return
    case (.part, .part):
      // Each has its one place, as that is how it is read.
      let bit = UInt64(1) << UInt64(index % 64)
      guard placed[Int(index / 64)] & bit == 0 else { throw Self.missing(index, kind) }
      placed[Int(index / 64)] |= bit
    default: throw Self.missing(index, kind)
    }
  }

  private static func missing(_ index: UInt32, _ kind: Kind) -> StowageError {
    StowageError(
      .invalidContent, "\(index) is no \(kind) that could stand here", path: kind.rawValue)
  }

  /// Checks that a tensor stays within its storage.
  ///
  /// - Throws: `StowageError` where it does not.
  func tensor(_ tensor: Wire.Tensor.Reader) throws {
    // Nothing has more dimensions.
    _ = try Tensor(
      storages.storage(Int(tensor.storage)),
      shape: tensor.shape.prefix(65).map { Int(clamping: $0) },
      strides: tensor.strides.prefix(65).map { Int(clamping: $0) },
      offset: Int(clamping: tensor.offset))
  }

  /// Checks that an object of a type may stand where it does.
  ///
  /// - Throws: `StowageError` where it may not, and ``NeedsObjects`` where it would stand elsewhere.
  static func object(_ entry: RegisteredType, isShared: Bool) throws {
    let isClass = entry.type is AnyClass
    if isShared && !isClass {
      throw StowageError(.invalidContent, "\(entry.id) is no class, and cannot be shared")
    }
    guard isClass && !isShared else { return }
    if case .fields = entry.form {
      throw StowageError(
        .invalidContent, "\(entry.id) is a class, and its objects are shared", path: "object")
    }
    throw NeedsObjects()
  }

  /// What is wrong with a value of a kind that this version does not have.
  static var unknown: StowageError {
    StowageError(.unknownFormat, "there is a kind of value that only a later version knows")
  }
}
