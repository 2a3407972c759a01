import Foundation
import Stowage
import Testing

/// Whatever a value is, it comes back equal from every format, with what was shared still shared.
struct FormatTests {
  let registry = Link.registry

  private func save(_ value: Value, _ format: Format) throws -> Data {
    try serialize(value, options: SaveOptions(format: format, registry: registry))
  }

  private func load(_ data: Data) throws -> Value {
    try deserialize(data, options: LoadOptions(registry: registry))
  }

  @Test(arguments: Format.allCases)
  func graphsComeBackEqual(_ format: Format) throws {
    for seed in 1...300 as ClosedRange<UInt64> {
      var graph = RandomGraph(seed: seed, registry: registry)
      let value = try graph.value()
      let data = try save(value, format)
      let loaded = try load(data)
      try #require(try value.isEquivalent(to: loaded), "seed \(seed)")
      try #require(try save(loaded, format) == data, "seed \(seed)")
    }
  }

  @Test func everyFormatLeadsToEveryOther() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      var graph = RandomGraph(seed: seed &* 7919, registry: registry)
      let value = try graph.value()
      let files = try Format.allCases.map { try save(value, $0) }
      for file in files {
        let loaded = try load(file)
        for (format, expected) in zip(Format.allCases, files) {
          try #require(try save(loaded, format) == expected, "seed \(seed), \(format)")
        }
      }
    }
  }

  @Test(arguments: Format.allCases)
  func aHundredRoundsAreTheIdentity(_ format: Format) throws {
    var graph = RandomGraph(seed: 77, registry: registry)
    let value: Value = .array(try (0..<20).map { _ in try graph.value() })
    let first = try save(value, format)
    var data = first
    for _ in 0..<100 { data = try save(load(data), format) }
    #expect(data == first)
    #expect(try load(data).isEquivalent(to: value))
  }

  @Test(arguments: Format.allCases)
  func deepValuesComeBack(_ format: Format) throws {
    var value: Value = 1
    for level in 0..<499 { value = level % 2 == 0 ? [value] : ["in": value] }
    #expect(try load(save(value, format)) == value)
    #expect(throws: StowageError.self) { try save([[[value]]], format) }
  }

  @Test(arguments: Format.allCases)
  func longChainsTakeNoStack(_ format: Format) throws {
    var chain = Reference(.null)
    for _ in 0..<20_000 { chain = Reference(.array([.int(1), .reference(chain)])) }
    let loaded = try load(save(.reference(chain), format))
    #expect(try loaded.isEquivalent(to: .reference(chain)))
  }

  @Test(arguments: Format.allCases)
  func copiesAreWrittenWhereSharingIsNotKept(_ format: Format) throws {
    let shared = Reference("twice")
    var options = SaveOptions(format: format, keepsSharing: false, registry: registry)
    let value: Value = [.reference(shared), .reference(shared)]
    let loaded = try load(serialize(value, options: options))
    guard case .reference(let first)? = loaded[0], case .reference(let second)? = loaded[1] else {
      Issue.record("references are needed")
      return
    }
    #expect(first !== second && first.value == "twice" && second.value == "twice")

    shared.value = [.reference(shared)]
    let error = #expect(throws: StowageError.self) { try serialize(value, options: options) }
    #expect(error?.code == .unsupportedValue)
    options.keepsSharing = true
    #expect(try load(serialize(value, options: options)).isEquivalent(to: value))
  }

  @Test(arguments: Format.allCases)
  func objectsOfClassesStayTheSameObject(_ format: Format) throws {
    let node = Link()
    node.name = "loop"
    node.next = node
    let loaded = try load(save([.object(node, in: registry), .object(node, in: registry)], format))
    let first: Link = try #require(loaded[0]?.object())
    #expect(first === loaded[1]?.object(as: Link.self))
    #expect(first.next === first)
    #expect(first.name == "loop")
  }

  @Test(arguments: Format.allCases)
  func typesAreValues(_ format: Format) throws {
    let value = try Value.type(Link.self, in: registry)
    #expect(try load(save(value, format)).type(in: registry) == Link.self)
    #expect(throws: StowageError.self) { try Value.type(Int.self, in: registry) }
    let error = #expect(throws: StowageError.self) {
      try deserialize(save(value, format), options: LoadOptions(registry: TypeRegistry()))
    }
    #expect(error?.code == .unregisteredType)
  }

  @Test(arguments: Format.allCases)
  func objectsByThemselvesAreTheRootOfTheMessage(_ format: Format) throws {
    let reservoir = Reservoir(name: "lone", sample: [1, 2.5])
    let data = try serialize(
      reservoir, options: SaveOptions(format: format, registry: registry))
    #expect(try deserialize(data, as: Reservoir.self) == reservoir)
    #expect(try load(data).object(as: Reservoir.self) == reservoir)
    #expect(try save(.object(reservoir, in: registry), format) == data)
    let error = #expect(throws: StowageError.self) { try deserialize(data, as: Ensemble.self) }
    #expect(error?.code == .wrongType)
  }

  @Test(arguments: Format.allCases)
  func storagesAreLeftOutWhereNoTensorHasThem(_ format: Format) throws {
    let large = try Tensor((0..<10_000).map(Float.init), shape: [100, 100])
    let rows = try [large.select(3), large.select(3), large.select(70)]
    let value: Value = .array(rows.map { .tensor($0) })
    let options = SaveOptions(
      format: format, embedsSchema: false, compactsTensors: true, registry: registry)
    let data = try serialize(value, options: options)
    #expect(data.count < 6000)
    let loaded = try load(data)
    #expect(loaded == value)
    // Those that overlap share their storage still.
    #expect(loaded[0]?.tensor?.storage === loaded[1]?.tensor?.storage)
  }
}

extension Reservoir {
  static func random(_ random: inout SplitMix) -> Reservoir {
    let count = Int.random(in: 0..<4, using: &random)
    return Reservoir(name: "r\(count)", sample: (0..<count).map { Double($0) / 3 })
  }
}
