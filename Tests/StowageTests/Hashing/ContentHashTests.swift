import CapnProto
import Foundation
import Stowage
import Testing

/// The hash of a content is the same in all files that hold it, and another one for any other.
struct ContentHashTests {
  let registry = Link.registry

  private func hash(_ value: Value) throws -> ContentHash {
    try contentHash(of: value, registry: registry)
  }

  private func hash(_ value: Value, _ options: SaveOptions) throws -> ContentHash {
    try contentHash(
      ofFile: serialize(value, options: options), options: LoadOptions(registry: registry))
  }

  @Test func itIsTheSameInEveryFormat() throws {
    var known: [ContentHash: Data] = [:]
    for seed in 1...80 as ClosedRange<UInt64> {
      var graph = RandomGraph(seed: seed &* 104729, registry: registry)
      let value = try graph.value()
      let expected = try hash(value)
      for format in Format.allCases {
        let options = SaveOptions(
          format: format, metadata: [("seed", "\(seed) \(format)")],
          embedsSchema: format == .binary, registry: registry)
        #expect(try hash(value, options) == expected, "seed \(seed), \(format)")
      }
      let packed = try serialize(value, options: SaveOptions(registry: registry))
      let first = known.updateValue(packed, forKey: expected)
      #expect(first == nil || first == packed, "seed \(seed)")
    }
    #expect(known.count > 40)
  }

  @Test func itIsTheSameForObjectsByThemselves() throws {
    let reservoir = Reservoir(name: "lone", sample: [1, 2.5, -0.0])
    let expected = try contentHash(of: reservoir)
    #expect(try hash(.object(reservoir, in: registry)) == expected)
    for format in Format.allCases {
      let options = SaveOptions(format: format, registry: registry)
      #expect(try hash(.object(reservoir, in: registry), options) == expected)
      let unnamed = try serialize(reservoir, format: format)
      #expect(try contentHash(ofFile: unnamed, as: Reservoir.self) == expected)
      var error = #expect(throws: StowageError.self) {
        try contentHash(ofFile: unnamed, as: Ensemble.self)
      }
      #expect(error?.code == .wrongType)
      if format == .json || format == .text {
        error = #expect(throws: StowageError.self) { try contentHash(ofFile: unnamed) }
        #expect(error?.code == .unregisteredType)
      } else {
        #expect(try contentHash(ofFile: unnamed) == expected)
      }
    }
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "lone").path()
    try save(path, reservoir)
    #expect(try contentHash(ofFile: path) == expected)
    #expect(try hash([.object(reservoir, in: registry)]) != expected)
  }

  @Test func numbersBehindTheMessageCountAsThoseInIt() throws {
    for count in [511, 512, 513, 4096, 100_000] {
      let numbers = Data((0..<count * 8).map { UInt8(truncatingIfNeeded: $0 &* 31) })
      let tensor = Value.tensor(try Tensor(Tensor.Storage(numbers, of: .int64), shape: [count]))
      let expected = try hash(tensor)
      for format in Format.allCases {
        #expect(try hash(tensor, SaveOptions(format: format, registry: registry)) == expected)
      }
    }
  }

  @Test func aFieldThatIsAddedAndNotUsedChangesNothing() throws {
    var old = Plant()
    old.name = "fern"
    old.x = 4
    let part = try Message(flat: Data(count: 8)).root(Before.Part.self)
    old.leaves = try [Plant.Part(part), Plant.Part(part)]
    let grown = GrownFern()
    #expect(try serialize(grown, format: .binary).count > serialize(old, format: .binary).count)
    #expect(try contentHash(of: grown) == contentHash(of: old))
    #expect(try contentHash(ofFile: serialize(grown)) == contentHash(of: old))
    // What is used counts, also for a program that does not know it.
    let rich = try NewPlant.full(2)
    let hash = try contentHash(of: rich)
    #expect(try contentHash(of: deserialize(serialize(rich), as: Plant.self)) == hash)
    let poor = try NewPlant { plant in
      try plant._raw.copyContent(of: rich.reader._raw)
      plant.rank = 6
    }
    #expect(try contentHash(of: poor) != hash)
  }

  @Test func everyBitCounts() throws {
    var seen: Set<ContentHash> = []
    var count = 0
    func note(_ value: Value) throws {
      count += 1
      try #require(seen.insert(hash(value)).inserted, "\(value)")
    }
    let numbers = Data((0..<40).map { UInt8($0) })
    try note(.bytes(numbers))
    try note(.tensor(Tensor(Tensor.Storage(numbers, of: .int32), shape: [10])))
    for bit in 0..<numbers.count * 8 {
      var changed = numbers
      changed[bit / 8] ^= UInt8(1) << UInt8(bit % 8)
      try note(.bytes(changed))
      try note(.tensor(Tensor(Tensor.Storage(changed, of: .int32), shape: [10])))
    }
    for bit in 0..<64 as Range<UInt64> {
      try note(.int(Int64(bitPattern: 1 << bit)))
      try note(.uint(1 << bit))
      try note(.double(Double(bitPattern: 1 << bit)))
      try note(.date(Date(timeIntervalSinceReferenceDate: Double(bitPattern: 1 << bit))))
      try note(.array([.int(Int64(bitPattern: 1 << bit))]))
      try note(
        .object(Reservoir(name: "", sample: [Double(bitPattern: 1 << bit)]), in: registry))
    }
  }

  @Test func everyDifferenceCounts() throws {
    let numbers = Tensor.Storage(Data(count: 96), of: .float64)
    let other = Tensor.Storage(Data(count: 96), of: .int64)
    let (first, second) = (Reference(1), Reference(1))
    let node = Link()
    node.next = node
    var values: [Value] = [
      .null, false, true, 0, .uint(0), .double(0), .double(-0.0), "", "0", .bytes(Data()), [], [0],
      [.uint(0)], [.double(0)], [""], [.null], [.null, .null], [[]], [[], []], [[[]]], [:],
      ["a": 1], ["b": 1], ["a": 1, "b": 2], ["b": 2, "a": 1], [["a", 1]], [.array(["a"]), 1],
      ["ab", "c"], ["a", "bc"], ["abc"], .table(Table([(1, "a")])), .table(Table([("1", "a")])),
      .type("test.Link"), .type("test.Reservoir"), "test.Link",
      .reference(first), .array([.reference(first), .reference(first)]),
      .array([.reference(first), .reference(second)]), .array([.reference(first), 1]),
      try .object(node, in: registry), try .object(Link(), in: registry),
      try .object(Reservoir(name: "", sample: []), in: registry),
      .date(Date(timeIntervalSinceReferenceDate: 0)),
    ]
    for storage in [numbers, other] {
      values += [
        .tensor(try Tensor(storage, shape: [12])), .tensor(try Tensor(storage, shape: [3, 4])),
        .tensor(try Tensor(storage, shape: [4, 3])),
        .tensor(try Tensor(storage, shape: [3, 4], strides: [1, 3])),
        .tensor(try Tensor(storage, shape: [11])),
        .tensor(try Tensor(storage, shape: [11], offset: 1)),
      ]
    }
    let hashes = try values.map { try hash($0) }
    for index in hashes.indices {
      #expect(hashes.firstIndex(of: hashes[index]) == index, "\(values[index])")
    }
  }

  @Test func damagedFilesDoNoHarm() throws {
    var graph = RandomGraph(seed: 12, registry: registry)
    let value: Value = .array(try (0..<8).map { _ in try graph.value() })
    let options = LoadOptions(verifies: false, registry: registry)
    var random = SplitMix(state: 4)
    for format in Format.allCases {
      let data = try serialize(value, options: SaveOptions(format: format, registry: registry))
      var refused = 0
      for _ in 0..<100 {
        var damaged = data
        damaged[Int.random(in: 0..<data.count, using: &random)] ^=
          UInt8(1)
          << UInt8.random(
            in: 0..<8, using: &random)
        do { _ = try contentHash(ofFile: damaged, options: options) } catch { refused += 1 }
      }
      #expect(refused > 5)
    }
  }

  @Test func hashesAreText() throws {
    let hash = try hash([1, 2])
    #expect(hash.description.count == 32)
    #expect(ContentHash(hash.description) == hash)
    #expect(ContentHash("12") == nil)
    #expect(ContentHash(String(repeating: "g", count: 32)) == nil)
    let data = try JSONEncoder().encode([hash])
    #expect(try JSONDecoder().decode([ContentHash].self, from: data) == [hash])
  }

  /// A long text is taken up where it lies, and has the hash that it always had.
  @Test func longTexts() throws {
    let value: Value = .string(String(repeating: "é𝄞", count: 40_000))
    let hash = try contentHash(of: value)
    #expect(hash.description == "8a7a328bddcca14631bc1ce3877ef76f")
    #expect(try contentHash(ofFile: serialize(value, format: .json)) == hash)
  }
}

/// A plant as a newer program writes it that has nothing to say in the new fields.
private struct GrownFern: Serializable {
  func write(_ builder: GrownPlant.Builder) throws {
    let plant = After.Plant.Builder(_raw: builder._raw)
    try plant.setName("fern")
    let leaves = try plant.initLeaves(count: 2)
    for index in leaves.indices { try leaves[index].setKind("") }
    // Numbers that became structs are another list, even where it is empty.
    let before = Before.Plant.Builder(_raw: builder._raw)
    try before.setCounts([])
    try before.setWords([String]())
    try plant.initRows(count: 0)
    plant.place.x = 4
    try plant.place.setLabel("")
    plant.setWild()
  }

  static func read(_ reader: GrownPlant.Reader) throws -> GrownFern { GrownFern() }
}
