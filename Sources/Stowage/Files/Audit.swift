public import Foundation

/// What a file says that it holds, found out without building any of it.
public struct Audit: Sendable, Hashable {
  /// A type that the file names.
  public struct NamedType: Sendable, Hashable {
    /// The name, as it is in the file.
    public let name: String

    /// How many objects of it there are, and values that are the type itself.
    public internal(set) var count: Int

    /// The struct that its objects are saved as, or 0 where they are not saved as one.
    public internal(set) var structID: UInt64

    /// Whether a program with the registry that was asked could build it.
    public let isRegistered: Bool
  }

  /// The format.
  public let format: Format

  /// What wrote the file.
  public let writer: String

  /// What was put beside the value for people and programs.
  public let metadata: [String: String]

  /// The struct that the root of the message is; values have one of Stowage's own.
  public let rootStructID: UInt64

  /// The types, by name.
  public let types: [NamedType]

  /// The size of the file, or of its first part where several stand one after another.
  public let byteCount: Int

  /// How many storages tensors are views of, and their size.
  public let storageCount: Int

  /// The size of all storages.
  public let storageBytes: Int

  /// Whether every type that is named is registered.
  public var isRegistered: Bool { types.allSatisfy(\.isRegistered) }
}

/// Lists the types in a file, without building anything.
///
/// - Parameters:
///   - path: the file.
///   - options: the limits, and the registry that is asked.
/// - Throws: `StowageError` for a file that is damaged.
public func audit(_ path: String, options: LoadOptions = LoadOptions()) throws -> Audit {
  try audit(Archive.map(path), options: options)
}

/// Lists the types in the bytes of a file, without building anything.
///
/// - Parameters:
///   - data: the bytes.
///   - options: the limits, and the registry that is asked.
/// - Throws: `StowageError` for bytes that are damaged.
public func audit(_ data: Data, options: LoadOptions = LoadOptions()) throws -> Audit {
  let archive = try Archive.open(data, options)
  var survey = GraphSurvey(budget: 1 << 16 + archive.valueBudget)
  if archive.isGraph {
    try survey.look(archive.graph(nil).root)
  } else if !archive.type.isEmpty {
    survey.note(archive.type, archive.structID)
  }
  let types = survey.types.map { name, use in
    Audit.NamedType(
      name: name, count: use.count, structID: use.structID,
      isRegistered: (try? options.registry.entry(TypeID(name))) != nil)
  }
  return Audit(
    format: archive.format, writer: archive.writer,
    metadata: Dictionary(archive.metadata.map { ($0.key, $0.value) }) { first, _ in first },
    rootStructID: archive.structID, types: types.sorted { $0.name < $1.name },
    byteCount: archive.byteCount, storageCount: survey.storageCount,
    storageBytes: survey.storageBytes)
}

/// Goes through the message of a graph, and notes the types that it names.
private struct GraphSurvey {
  var types: [String: (count: Int, structID: UInt64)] = [:]
  var storageCount = 0
  var storageBytes = 0
  /// How many values the message has room for.
  private var budget: Int
  private var waiting: [Wire.Value.Reader] = []

  init(budget: Int) { self.budget = budget }

  private mutating func spend(_ count: Int) throws(StowageError) {
    budget -= count
    guard budget >= 0 else {
      throw StowageError(
        .invalidContent, "there are more values than the message has room for")
    }
  }

  mutating func note(_ name: String, _ structID: UInt64 = 0) {
    types[name, default: (0, structID)].count += 1
  }

  mutating func look(_ graph: Wire.Graph.Reader) throws {
    try spend(graph.storages.count)
    for storage in try graph.storages {
      storageCount += 1
      let size = Tensor.ElementType(rawValue: storage.element.rawValue)?.size ?? 0
      let (bytes, overflow) = Int(clamping: storage.count).multipliedReportingOverflow(by: size)
      storageBytes = overflow ? .max : storageBytes.addingReportingOverflow(bytes).partialValue
    }
    try spend(graph.shared.count)
    for shared in try graph.shared {
      switch try shared.which {
      case .reference(let value), .part(let value): waiting.append(value)
      case .instance(let object): try look(object)
      case .unrecognized: break
      }
    }
    waiting.append(try graph.root)
    while let value = waiting.popLast() { try look(value) }
  }

  private mutating func look(_ value: Wire.Value.Reader) throws {
    switch try value.which {
    case .array(let list):
      try spend(list.count)
      waiting += list
    case .record(let record):
      let values = try record.values
      try spend(values.count)
      waiting += values
    case .table(let entries):
      try spend(entries.count)
      for entry in entries { waiting += [try entry.key, try entry.value] }
    case .object(let object): try look(object)
    case .type(let name): note(String(name))
    default: break
    }
  }

  private mutating func look(_ object: Wire.Object.Reader) throws {
    note(String(try object.type), object.schema)
    waiting.append(try object.config)
    if case .fields(let fields) = try object.which { waiting.append(fields) }
  }
}
