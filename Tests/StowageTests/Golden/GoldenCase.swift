import Foundation
import Stowage
import Testing

/// A value that is kept in files of every version of Stowage.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  let name: String
  var formats = Format.allCases
  var metadata: [(key: String, value: String)] = []
  var embedsSchema = false
  let make: @Sendable () throws -> Value

  var testDescription: String { name }

  func options(_ format: Format) -> SaveOptions {
    SaveOptions(
      format: format, metadata: metadata, embedsSchema: embedsSchema, registry: Self.registry)
  }

  static let registry: TypeRegistry = {
    let registry = TypeRegistry()
    do {
      try registry.register(Link.self, as: "test.Node")
      try registry.register(Reservoir.self, as: "golden.Reservoir")
      try registry.register(Ensemble.self, as: "golden.Ensemble", aliases: ["golden.Forest"])
      try registry.register(Configured.self, as: "golden.Configured")
      try registry.register(Plant.self, as: "golden.Plant")
      try registry.register(Drawing.self, as: "golden.Drawing")
      try registry.register(Circle.self, as: "golden.Circle")
      try registry.register(Polygon.self, as: "golden.Polygon")
    } catch {
      Issue.record(error)
    }
    return registry
  }()

  static func object(_ object: Any) throws -> Value { try .object(object, in: registry) }

  private static var reservoir: Reservoir {
    var reservoir = Reservoir(name: "stream", capacity: 4, seed: 99)
    for number in 0..<50 { reservoir.insert(Double(number) / 3) }
    return reservoir
  }

  private static var configured: Configured {
    get throws {
      var model = try Configured(
        config: .init(
          rates: [0.1, .infinity], names: ["a": 1], kernel: "golden.Reservoir",
          inner: .pair(.leaf(.min), .leaf(3))))
      model.seen = [1, 2.5]
      return model
    }
  }

  /// All of them.
  ///
  /// What is in the files of a version never changes: add others, with other names.
  static let all = [
    GoldenCase(
      name: "object", metadata: [("author", "golden"), ("empty", "")], embedsSchema: true
    ) { try object(reservoir) },
    GoldenCase(name: "objects") {
      let members = [reservoir, Reservoir(name: "", sample: [-0.0, .infinity])]
      return try ["one": object(reservoir), "both": object(Ensemble(members: members))]
    },
    GoldenCase(name: "configured") {
      try [object(configured), object(configured)]
    },
    GoldenCase(name: "scalars") { scalars },
    GoldenCase(name: "containers") { containers },
    GoldenCase(name: "deep") {
      (0..<40).reduce(.string("bottom")) { inner, level in
        level % 2 == 0 ? [inner, .int(Int64(level))] : ["in": inner]
      }
    },
    GoldenCase(name: "shared") { try shared() },
    GoldenCase(name: "tensors") { try .array(Tensor.ElementType.allCases.map(tensors)) },
    GoldenCase(name: "large") {
      let numbers = Data((0..<4104).map { UInt8(truncatingIfNeeded: $0 / 16) })
      let storage = Tensor.Storage(numbers, of: .float32)
      return try [.tensor(Tensor(storage, shape: [1026])), .tensor(Tensor(storage, shape: [3]))]
    },
    GoldenCase(name: "codable") { try ValueEncoder().encode(Codables()) },
    GoldenCase(name: "unknown", formats: [.packed, .binary]) {
      let plant = try NewPlant.full(4)
      return try object(deserialize(serialize(plant), as: Plant.self))
    },
    GoldenCase(name: "polymorphic", formats: [.packed, .binary]) {
      let polygon = Polygon(points: [1, 2, 3])
      return try object(
        Drawing(
          title: "mixed", frame: Circle(radius: 2), shapes: [polygon, Circle(radius: 1), polygon],
          extra: ["answer": 42]))
    },
  ]

  private static var scalars: Value {
    [
      .null, true, false, 0, .int(.min), .int(.max), .uint(7), .uint(.max), .double(0.1),
      .double(-0.0), .double(.infinity), .double(-.infinity), .double(.nan),
      .double(Double(bitPattern: 0x7FF8_0000_0000_1234)), .double(.leastNonzeroMagnitude),
      .double(1e300), "",
      "a\n\"\\\u{0}é\u{301}𝄞", .bytes(Data()), .bytes(Data([0, 255, 10])),
      .date(Date(timeIntervalSinceReferenceDate: 8e8 + 0.25)),
      .date(Date(timeIntervalSinceReferenceDate: -.infinity)), .type("golden.Reservoir"),
    ]
  }

  private static var containers: Value {
    [
      [], [1, 2, 3], [.double(1), .double(2.5)], ["a", "b", ""], [1, .double(2), "mixed", .null],
      [:], ["b": 1, "a": [true, ["$x": .null, "$$": 2]]],
      .table(Table([(1, "one"), ("1", "text"), (.array([1, 2]), "list"), (.null, .null)])),
      .array([["x": 1, "y": 2], ["x": 3, "y": 4], ["y": 5, "x": 6]]),
    ]
  }

  private static func shared() throws -> Value {
    let (loop, twice) = (Reference(), Reference(["kept", "once"]))
    loop.value = [.reference(loop), .reference(twice)]
    let (first, second) = (Link(), Link())
    (first.name, second.name) = ("first", "second")
    (first.next, second.next) = (second, first)
    first.content = .reference(twice)
    let ring = try object(first)
    return [.reference(loop), .reference(twice), ring, ["again": ring]]
  }

  /// Views of one storage.
  private static func tensors(_ element: Tensor.ElementType) throws -> Value {
    let numbers = (0..<12 * element.size).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let bytes = Data(element == .bool ? numbers.map { $0 & 1 } : numbers)
    let storage = Tensor.Storage(bytes, of: element)
    let views: [([Int], [Int], Int)] = [
      ([12], [1], 0), ([3, 4], [4, 1], 0), ([4, 3], [1, 4], 0), ([3], [-2], 10), ([], [], 5),
      ([0, 4], [4, 1], 0), ([5, 2], [0, 1], 3),
    ]
    return .array(
      try views.map {
        .tensor(try Tensor(storage, shape: $0.0, strides: $0.1, offset: $0.2))
      })
  }
}

/// What Codable types are made of.
private struct Codables: Codable {
  enum Choice: Codable {
    case nothing
    case pair(Int, name: String)
  }

  var small: Int8 = -3
  var large = UInt64.max
  var half: Float = 0.1
  var text = "text"
  var none: String?
  var some: Int? = 4
  var data = Data([1, 2])
  var date = Date(timeIntervalSinceReferenceDate: 12.5)
  var numbers = [1.5, .nan]
  var keys = [3: "three"]
  var choices = [Choice.nothing, .pair(1, name: "one")]
}
