internal import CapnProto
internal import Foundation
internal import Stowage

/// Finds the tensors and lists of numbers of a graph, by the names that `stow inspect` shows.
struct GraphNumbers {
  enum Source {
    case tensor(Tensor)
    case doubles(ScalarListReader<Double>)
    case ints(ScalarListReader<Int64>)
  }

  private let side: GraphComparison.Side
  private var found: [(path: String, source: Source)] = []
  private var seen: Set<Int> = []
  private var budget: Int
  private static let deepest = 100

  init(_ graph: StoredGraph, _ file: StowedFile) throws {
    side = try GraphComparison.Side(graph, file)
    budget = 1 << 16 + file.valueBudget
  }

  mutating func find() throws -> [(path: String, source: Source)] {
    try look(side.graph.root, "", 0)
    return found
  }

  private mutating func look(_ value: Wire.Value.Reader, _ path: String, _ depth: Int) throws {
    budget -= 1
    guard budget >= 0 else {
      throw StowageError(.invalidContent, "there are more values than the message has room for")
    }
    guard depth < Self.deepest else { return }
    func below(_ name: String) -> String { path.isEmpty ? name : path + "." + name }
    switch try value.which {
    case .tensor(let tensor):
      found.append((path.isEmpty ? "value" : path, .tensor(try side.tensor(tensor, path))))
    case .doubles(let list):
      found.append((path.isEmpty ? "value" : path, .doubles(ScalarListReader(_raw: list._raw))))
    case .ints(let list):
      found.append((path.isEmpty ? "value" : path, .ints(ScalarListReader(_raw: list._raw))))
    case .array(let list):
      for index in list.indices { try look(list[index], "\(path)[\(index)]", depth + 1) }
    case .record(let record):
      let values = try record.values
      let shape = Int(record.shape)
      guard shape < side.shapes.count, side.shapes[shape].count == values.count else { return }
      for (index, name) in side.shapes[shape].enumerated() {
        try look(values[index], below(name), depth + 1)
      }
    case .table(let entries):
      for entry in entries {
        guard case .string(let name) = try entry.key.which else { continue }
        try look(entry.value, below(name.string), depth + 1)
      }
    case .object(let object): try look(object, path, depth)
    case .reference(let index), .instance(let index), .part(let index):
      try follow(Int(index), path, depth)
    default: break
    }
  }

  private mutating func look(
    _ object: Wire.Object.Reader, _ path: String, _ depth: Int
  ) throws {
    if case .fields(let fields) = try object.which { try look(fields, path, depth + 1) }
  }

  private mutating func follow(_ index: Int, _ path: String, _ depth: Int) throws {
    let shared = try side.graph.shared
    guard index < shared.count, seen.insert(index).inserted else { return }
    switch try shared[index].which {
    case .reference(let value), .part(let value): try look(value, path, depth + 1)
    case .instance(let object): try look(object, path, depth + 1)
    case .unrecognized: break
    }
  }
}
