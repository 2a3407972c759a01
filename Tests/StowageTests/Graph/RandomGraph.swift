import Foundation
import Stowage
import Testing

/// Graphs of all kinds, the same for the same seed.
struct RandomGraph {
  var random: SplitMix
  private var references: [Reference] = []
  private var storages: [Tensor.Storage] = []
  private var nodes: [Link] = []
  private let registry: TypeRegistry

  init(seed: UInt64, registry: TypeRegistry) {
    random = SplitMix(state: seed)
    self.registry = registry
  }

  mutating func value(depth: Int = 0) throws -> Value {
    switch Int.random(in: 0..<(depth < 5 ? 18 : 11), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2:
      return .int([0, -1, .min, .max, 1 << 53, -(1 << 53) - 1].randomElement(using: &random)!)
    case 3: return .uint([0, 5, .max, 1 << 63].randomElement(using: &random)!)
    case 4: return .double(double())
    case 5: return .string(text())
    case 6:
      return .bytes(
        Data(
          (0..<Int.random(in: 0..<9, using: &random)).map { _ in
            .random(in: 0...255, using: &random)
          }))
    case 7: return .date(Date(timeIntervalSinceReferenceDate: double()))
    case 8: return .type(["test.Node", "test.Reservoir"].randomElement(using: &random)!)
    case 9: return .tensor(try tensor())
    case 10: return try .object(Reservoir.random(&random), in: registry)
    case 11...12: return .array(try (0..<count()).map { _ in try value(depth: depth + 1) })
    case 13: return .array((0..<count()).map { _ in .double(double()) })
    case 14:
      return .table(
        Table(try (0..<count()).map { (.string("\(text())\($0)"), try value(depth: depth + 1)) }))
    case 15:
      return .table(
        Table(
          try (0..<count()).map {
            (.array([.int(Int64($0)), .string(text())]), try value(depth: depth + 1))
          }))
    case 16: return try reference(depth)
    default: return try node(depth)
    }
  }

  private mutating func count() -> Int { .random(in: 0..<5, using: &random) }

  private mutating func double() -> Double {
    let special: [Double] = [
      0, -0.0, .infinity, -.infinity, .nan, -.nan, Double(bitPattern: 0x7FF8_0000_0000_1234), 0.1,
      1e300,
      .leastNonzeroMagnitude, 5, 0x1p53, -1.5e-7,
    ]
    return special.randomElement(using: &random)!
  }

  private mutating func text() -> String {
    ["", "a", "$x", "$$", "é\u{301}", "𝄞\n\t\"\\", "\u{0}", "key", "0000000000000000"]
      .randomElement(using: &random)!
  }

  private mutating func tensor() throws -> Tensor {
    if storages.isEmpty || Bool.random(using: &random) {
      let element = Tensor.ElementType.allCases.randomElement(using: &random)!
      let count = [24, 24, 24, 6000].randomElement(using: &random)!
      var bytes = Data((0..<count * element.size).map { UInt8(truncatingIfNeeded: $0 &* 31) })
      if element == .bool { bytes = Data(bytes.map { $0 & 1 }) }
      storages.append(Tensor.Storage(bytes, of: element))
    }
    let storage = storages.randomElement(using: &random)!
    let views: [([Int], [Int], Int)] = [
      ([24], [1], 0), ([4, 6], [6, 1], 0), ([6, 4], [1, 6], 0), ([3], [-2], 10), ([], [], 5),
      ([0, 4], [4, 1], 0), ([5, 2], [0, 1], 3),
    ]
    let (shape, strides, offset) = views.randomElement(using: &random)!
    return try Tensor(storage, shape: shape, strides: strides, offset: offset)
  }

  private mutating func reference(_ depth: Int) throws -> Value {
    if let known = references.randomElement(using: &random), Bool.random(using: &random) {
      return .reference(known)
    }
    let reference = Reference()
    references.append(reference)
    reference.value = try value(depth: depth + 1)
    return .reference(reference)
  }

  private mutating func node(_ depth: Int) throws -> Value {
    if let known = nodes.randomElement(using: &random), Bool.random(using: &random) {
      return try .object(known, in: registry)
    }
    let node = Link()
    node.name = text()
    nodes.append(node)
    node.content = try value(depth: depth + 1)
    node.next = nodes.randomElement(using: &random)
    return try .object(node, in: registry)
  }
}

/// An object that can lead to itself.
final class Link: GraphObject {
  var name = ""
  var content: Value = .null
  var next: Link?
  /// The types of the tests, which no other test changes.
  static let registry: TypeRegistry = {
    let registry = TypeRegistry()
    do {
      try registry.register(Link.self, as: "test.Node")
      try registry.register(Reservoir.self, as: "test.Reservoir")
    } catch {
      Issue.record(error)
    }
    return registry
  }()

  init() {}

  func fields() throws -> Table {
    [
      "name": .string(name), "content": content,
      "next": try next.map { try .object($0, in: Self.registry) } ?? .null,
    ]
  }

  func fill(_ fields: Table) throws {
    name = fields["name"]?.string ?? ""
    content = fields["content"] ?? .null
    next = fields["next"]?.object()
  }
}

/// A generator that is the same everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
