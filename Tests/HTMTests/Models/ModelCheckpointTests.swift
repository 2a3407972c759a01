import Foundation
import HTM
import Stowage
import Testing

/// Models in directories and in files of Stowage.
struct ModelCheckpointTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")

  private func withFolder(_ body: (String) throws -> Void) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: "model").path())
  }

  private func names(_ directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  }

  @Test(arguments: ModelCase.names)
  func whatWasSavedGoesOnExactly(_ name: String) throws {
    let test = try ModelCase(name)
    var model = try test.model()
    let records = try test.records()
    for record in records.prefix(25) { _ = try model.run(record) }
    try withFolder { directory in
      try model.save(directory)
      #expect(try names(directory) == ["model.data", "model.stow"])
      var loaded = try ModelFactory.loadFromCheckpoint(directory)
      for record in records.dropFirst(25) { #expect(try loaded.run(record) == model.run(record)) }
      try loaded.save(directory)
      let once = try Data(contentsOf: URL(filePath: directory + "/model.stow"))
      try model.save(directory)
      #expect(try Data(contentsOf: URL(filePath: directory + "/model.stow")) == once)
    }
  }

  @Test(arguments: Format.allCases)
  func everyFormatHoldsModels(_ format: Format) throws {
    let registry = TypeRegistry()
    try registry.registerHTM()
    let test = try ModelCase("model_temporal_anomaly")
    var model = try #require(try test.model() as? HTMPredictionModel)
    let records = try test.records()
    for record in records.prefix(15) { _ = try model.run(record) }
    let options = SaveOptions(format: format, registry: registry)
    let data = try serialize(model, options: options)
    var loaded = try deserialize(
      data, as: HTMPredictionModel.self, options: LoadOptions(registry: registry))
    #expect(try serialize(loaded, options: options) == data)
    for record in records.dropFirst(15).prefix(20) {
      #expect(try loaded.run(record) == model.run(record))
    }
  }

  @Test func checkpointsAreNuPICs() throws {
    let test = try ModelCase("model_scalar")
    var model = try #require(try test.model() as? HTMPredictionModel)
    for record in try test.records().prefix(10) { _ = try model.run(record) }
    try withFolder { directory in
      try model.save(directory)
      try model.writeToCheckpoint(directory)
      #expect(try names(directory) == ["model.data"])
      let data = try Data(contentsOf: URL(filePath: directory + "/model.data"))
      let builder = MessageBuilder()
      try model.write(builder.initRoot(HTMPredictionModelProto.self))
      #expect(try data == builder.bytes())
      let loaded = try HTMPredictionModel.readFromCheckpoint(directory)
      #expect(loaded.base.numPredictions == 10 && loaded.predictedField == "c1")
    }
  }

  @Test func directoriesOfSomethingElseAreLeftAlone() throws {
    let model = try ModelCase("model_nontemporal_anomaly").model()
    try withFolder { directory in
      let other = folder.path()
      try Data("mine".utf8).write(to: URL(filePath: other + "/letter.txt"))
      #expect(throws: HTMError.self) { try model.save(other) }
      #expect(throws: HTMError.self) { try model.writeToCheckpoint(other) }
      #expect(try names(other) == ["letter.txt"])
      let file = other + "/letter.txt"
      #expect(throws: HTMError.self) { try model.save(file) }
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
      #expect(throws: HTMError.self) { try ModelFactory.loadFromCheckpoint(other) }
      #expect(throws: HTMError.self) { try ModelFactory.loadFromCheckpoint(directory) }
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true)
      try model.save(directory)
    }
  }

  @Test func aSaveThatFailsLeavesWhatWasThere() throws {
    let model = try #require(
      try ModelCase("model_nontemporal_anomaly").model() as? HTMPredictionModel)
    try withFolder { directory in
      try model.save(directory)
      let before = try Data(contentsOf: URL(filePath: directory + "/model.stow"))
      var broken = model
      broken.base.numPredictions = -1
      #expect(throws: HTMError.self) { try broken.save(directory) }
      #expect(throws: HTMError.self) { try broken.writeToCheckpoint(directory) }
      #expect(try Data(contentsOf: URL(filePath: directory + "/model.stow")) == before)
      #expect(try names(directory) == ["model.data", "model.stow"])
      #expect(throws: HTMError.self) { try broken.save(folder.path() + "/new") }
      #expect(try names(folder.path()) == ["model"])
    }
  }

  @Test func picklesAreRefusedWithAnExplanation() throws {
    try withFolder { directory in
      try FileManager.default.createDirectory(
        atPath: directory + "/modelextradata", withIntermediateDirectories: true)
      for file in ["", "/model.pkl"] {
        if !file.isEmpty { try Data().write(to: URL(filePath: directory + file)) }
        let error = #expect(throws: HTMError.self) {
          try ModelFactory.loadFromCheckpoint(directory)
        }
        #expect(error?.code == .unsupported)
        #expect(error?.message.contains("writeToCheckpoint") == true)
      }
    }
  }

  @Test func filesAreWrittenAndRead() throws {
    let model = try #require(
      try ModelCase("model_nontemporal_anomaly").model() as? HTMPredictionModel)
    try withFolder { path in
      try model.writeToFile(path)
      #expect(try HTMPredictionModel.readFromFile(path).inferenceType == .nontemporalAnomaly)
    }
  }
}
