import Foundation
import HTM
import Stowage
import Testing

/// Reads NuPIC's files and saves them again in each form, for NuPIC to read.
///
/// With `STOWAGE_NUPIC_OUTPUT` in the environment the files stay in that folder, which has to be
/// there: `CASE.one.packed.bin` and so on, `many` where the message has many segments. NuPIC runs on
/// Python 2.7 alone and is no part of the tests.
struct ResavingTests {
  private static let output = ProcessInfo.processInfo.environment["STOWAGE_NUPIC_OUTPUT"]

  @Test(arguments: Reference.cases("sp_", "large_sp"))
  func spatialPoolers(_ name: String) throws {
    try resave(name, "sp", SpatialPooler.self)
  }

  /// Poolers of any kind that were made here, with what they do next.
  @Test(.enabled(if: output != nil, "STOWAGE_NUPIC_OUTPUT names no folder"), arguments: 1...24)
  func newPoolers(_ seed: Int) throws {
    var random = HTM.Random(seed: UInt64(seed))
    var pooler = try random.pooler()
    for _ in 0..<random.number(0...40) {
      try pooler.compute(activeInputs: random.input(of: pooler), learn: !random.oneIn(4))
    }
    let folder = URL(filePath: try #require(Self.output))
    try pooler.story(60, &random).write(to: folder.appending(path: "new-\(seed).json"))
    let file = folder.appending(path: "new-\(seed).sp")
    try pooler.writeToFile(file)
    #expect(try SpatialPooler.readFromFile(file).bytes() == pooler.bytes())
  }

  @Test(arguments: Reference.cases("tm_", "large_tm"))
  func temporalMemories(_ name: String) throws {
    try resave(name, "tm", TemporalMemory.self)
  }

  @Test(arguments: Reference.cases("network_"))
  func networks(_ name: String) throws {
    try resave(name, "network", Network.self)
  }

  @Test(arguments: Reference.cases("model_", "opf_anomaly", "opf_multistep"))
  func models(_ name: String) throws {
    guard try Reference.file("\(name)/model", packed: true) != nil else { return }
    try resave(name, "model", HTMPredictionModel.self)
  }

  @Test(arguments: Reference.cases("connections"))
  func connections(_ name: String) throws {
    try resave(name, "connections", Connections.self)
  }

  @Test(arguments: Reference.cases("random"))
  func generators(_ name: String) throws {
    try resave(name, "random", HTM.Random.self)
  }

  @Test(arguments: EncoderCase.all)
  func encoders(_ test: EncoderCase) throws {
    try resave(test.name, "encoder", test.type)
  }

  @Test(arguments: Reference.cases("backtracking_tm_cpp"))
  func backtrackingMemoriesOfCxx(_ name: String) throws {
    try resave(name, "tm", BacktrackingTMCPP.self)
  }

  @Test(arguments: Reference.cases("backtracking_tm_py"))
  func backtrackingMemoriesOfPython(_ name: String) throws {
    try resave(name, "tm", BacktrackingTM.self)
  }

  @Test(arguments: Reference.cases("cells4"))
  func cells(_ name: String) throws {
    try resave(name, "cells4", Cells4.self)
  }

  @Test(arguments: Reference.cases("sdr_classifier"))
  func classifiers(_ name: String) throws {
    try resave(name, "classifier", SDRClassifier.self)
  }

  @Test(arguments: Reference.cases("knn_"))
  func neighbours(_ name: String) throws {
    try resave(name, "knn", KNNClassifier.self)
  }

  @Test(arguments: Reference.cases("anomaly_likelihood"))
  func likelihoods(_ name: String) throws {
    try resave(name, "likelihood", AnomalyLikelihood.self)
  }

  @Test func averagesAndSimpleModels() throws {
    try resave("moving_average", "ma", MovingAverage.self)
    try resave("opf_two_gram", "model", TwoGramModel.self)
    try resave("anomaly_region", "region", AnomalyRegion.self)
  }

  @Test func matricesAndVectorMachines() throws {
    try resave("sparse_matrix", "m", SparseMatrix.self)
    try resave("nearest_neighbor", "m", NearestNeighbor.self)
    try resave("svm_dense", "svm", SvmDense.self)
  }

  private func resave<Value: Serializable>(
    _ name: String, _ file: String, _: Value.Type
  ) throws {
    let message = try #require(try Reference.file("\(name)/\(file)", packed: true))
    let value = try Value.read(message.root(Value.Proto.self))
    let forms = [("one", MessageBuilder(firstSegmentWords: 1 << 22)), ("many", MessageBuilder())]
    for (form, builder) in forms {
      try value.write(builder.initRoot(Value.Proto.self))
      let unpacked = try builder.bytes()
      let packed = try builder.packedBytes()
      let again = MessageBuilder(firstSegmentWords: form == "one" ? 1 << 22 : 1024)
      try Value.read(Message(packed: packed).root(Value.Proto.self))
        .write(again.initRoot(Value.Proto.self))
      #expect(try again.bytes() == unpacked)
      guard let output = Self.output else { continue }
      let folder = URL(filePath: output)
      try unpacked.write(to: folder.appending(path: "\(name).\(form).bin"))
      try packed.write(to: folder.appending(path: "\(name).\(form).packed.bin"))
    }
  }
}
