import Foundation
import Stowage
import Testing

/// A model that is built from what its initializer takes, other types and objects among it.
struct Configured: Configurable, Equatable {
  struct Config: Codable, Equatable {
    var rates: [Double]
    var names: [String: Int]
    var kernel: TypeID
    var inner: Inner?
  }

  indirect enum Inner: Codable, Equatable {
    case leaf(Int64)
    case pair(Inner, Inner)
  }

  let config: Config
  var seen: [Double] = []

  init(config: Config) throws {
    guard !config.rates.isEmpty else { throw Reservoir.Malformed() }
    self.config = config
  }

  func writeState(_ builder: ReservoirProto.Builder) throws { try builder.setSample(seen) }

  mutating func readState(_ reader: ReservoirProto.Reader) throws {
    seen = Array(try reader.sample)
  }
}

struct ConfigurableTests {
  let registry = TypeRegistry()

  init() throws {
    try registry.register(Configured.self, as: "test.Configured")
    try registry.register(Link.self, as: "test.Node")
  }

  private func model() throws -> Configured {
    var model = try Configured(
      config: .init(
        rates: [0.1, .infinity], names: ["a": 1, "b": .max], kernel: "test.Node",
        inner: .pair(.leaf(.min), .pair(.leaf(2), .leaf(3)))))
    model.seen = [1, 2.5]
    return model
  }

  @Test(arguments: Format.allCases)
  func itIsBuiltFromItsConfigurationAndGivenItsState(_ format: Format) throws {
    let data = try serialize(
      try model(), options: SaveOptions(format: format, registry: registry))
    let options = LoadOptions(registry: registry)
    #expect(try deserialize(data, as: Configured.self, options: options) == model())
    let several: Value = [
      try .object(model(), in: registry), ["deep": try .object(model(), in: registry)],
    ]
    let loaded = try deserialize(
      serialize(several, options: SaveOptions(format: format, registry: registry)),
      options: options)
    #expect(try loaded.isEquivalent(to: several))
  }

  @Test func onlyAllowedTypesAreBuilt() throws {
    let data = try serialize(
      try model(), options: SaveOptions(registry: registry))
    var options = LoadOptions(allowedTypes: ["test.Configured"], registry: registry)
    // The type in its configuration is named as well, and not allowed.
    let error = #expect(throws: StowageError.self) { try deserialize(data, options: options) }
    #expect(error?.code == .typeNotAllowed)
    options.allowedTypes = ["test.Configured", "test.Node"]
    #expect(try deserialize(data, options: options).object() == model())
  }

  @Test(arguments: Format.allCases)
  func auditsBuildNothing(_ format: Format) throws {
    let value: Value = [
      try .object(model(), in: registry), try .object(model(), in: registry),
      try .type(Link.self, in: registry),
      .tensor(try Tensor(.init(Data(count: 8000), of: .float64), shape: [1000])),
    ]
    let data = try serialize(
      value,
      options: SaveOptions(format: format, metadata: [("author", "me")], registry: registry))
    let found = try audit(data, options: LoadOptions(registry: TypeRegistry()))
    #expect(found.format == format)
    #expect(found.metadata == ["author": "me"])
    #expect(found.types.map(\.name) == ["test.Configured", "test.Node"])
    #expect(found.types.map(\.count) == [2, 3])
    #expect(!found.isRegistered)
    #expect(found.byteCount == data.count)
    #expect(found.storageBytes == 8000)
    #expect(try audit(data, options: LoadOptions(registry: registry)).isRegistered)
  }

  @Test(arguments: Format.allCases)
  func othersTakeTheirPlace(_ format: Format) throws {
    var options = SaveOptions(format: format, registry: registry)
    options.substitute = { _ in "gone" }
    let value: Value = [try .object(model(), in: registry), 1]
    let loading = LoadOptions(registry: registry)
    #expect(try deserialize(serialize(value, options: options), options: loading) == ["gone", 1])
    options.substitute = { $0.object is Configured ? nil : "gone" }
    let data = try serialize(value, options: options)
    #expect(try deserialize(data, options: loading).isEquivalent(to: value))
    let names = try deserialize(
      data,
      options: LoadOptions(
        substitute: { instance in .string(instance.type.description) }, registry: registry))
    #expect(names == ["test.Configured", 1])
  }

  @Test func valuesArriveInPieces() throws {
    var decoder = ArchiveDecoder(options: LoadOptions(registry: registry))
    var found: [Value] = []
    let formats = Format.allCases + Format.allCases
    let values: [Value] = formats.indices.map { ["number": .int(Int64($0)), "text": "\n{#"] }
    for (value, format) in zip(values, formats) {
      for byte in try serialize(value, format: format) {
        decoder.append([byte])
        while let value = try decoder.next() { found.append(value) }
      }
    }
    try decoder.finish()
    #expect(found == values)
    decoder.append([0, 0])
    #expect(throws: StowageError.self) { try decoder.finish() }
  }

  @Test func severalValuesStandInAFile() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "many.stow").path()
    let values: [Value] = [1, "two", [3.5, nil]]
    try saveAll(path, values)
    #expect(try loadAll(path) == values)

    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.truncate(atOffset: 0)
    for (value, format) in zip(values, Format.allCases) {
      try save(to: handle, value, options: SaveOptions(format: format))
    }
    try handle.seek(toOffset: 0)
    for value in values { #expect(try load(nextFrom: handle) == value) }
    #expect(try load(nextFrom: handle) == nil)
    #expect(try loadAll(path) == values)
  }

  @Test func codableTypesAreSavedAsTheyAre() throws {
    let config = try model().config
    for format in Format.allCases {
      let data = try serialize(
        config, options: SaveOptions(format: format, registry: registry))
      #expect(
        try deserialize(
          data, as: Configured.Config.self, options: LoadOptions(registry: registry)) == config)
    }
  }
}
