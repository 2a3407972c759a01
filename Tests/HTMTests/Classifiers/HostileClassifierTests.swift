import Foundation
import HTM
import Stowage
import Testing

/// Whatever a file says, it is refused, or what was read can be saved and run.
struct HostileClassifierTests {
  private func mutate<Object: Serializable>(
    _ path: String, _ type: Object.Type, count: Int = 700, isStable: Bool = true,
    run: (inout Object) throws -> Void = { _ in }
  ) throws {
    let bytes = try Reference.bytes(path)
    var random = SplitMix(state: 21)
    var (refused, carried) = (0, 0)
    for _ in 0..<(bytes.count > 20_000 ? count / 5 : count) {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        mutated[Int.random(in: 0..<mutated.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      do {
        let options = ReaderOptions(traversalLimit: .bytes(1 << 20))
        var object = try Object.read(
          Object.ProtoReader(_raw: Message(mutated, options: options).root(Object.Proto.self)._raw))
        let once = MessageBuilder()
        try object.write(once.initRoot(Object.Proto.self))
        let message = try Message(once.bytes())
        let again = MessageBuilder()
        try Object.read(Object.ProtoReader(_raw: message.root(Object.Proto.self)._raw))
          .write(again.initRoot(Object.Proto.self))
        #expect(
          try !isStable
            || message.root(Object.Proto.self).canonicalBytes()
              == Message(again.bytes()).root(Object.Proto.self).canonicalBytes()
        )
        try run(&object)
        carried += 1
      } catch {
        #expect(error is HTMError || error is CapnProtoError, "\(error)")
        refused += 1
      }
    }
    #expect(refused > 20)
    #expect(carried > 20)
  }

  @Test func anomalies() throws {
    try mutate("anomaly_likelihood_full/likelihood.bin", AnomalyLikelihood.self) {
      for step in 0..<3 { $0.anomalyProbability(Double(step), 0.5) }
    }
    try mutate("moving_average/ma.bin", MovingAverage.self) { $0.next(1) }
  }

  @Test(arguments: ["runs_sdr/sdr_7.bin", "runs_sdr/sdr_3.bin"])
  func classifiers(_ path: String) throws {
    try mutate(path, SDRClassifier.self) { classifier in
      let record = (classifier.patternNZHistory.last?.recordNum ?? 0) + 1
      try classifier.compute(
        recordNum: record, patternNZ: [0, classifier.maxInputIdx],
        classification: .init(bucketIdx: 0, actValue: 1))
    }
  }

  @Test(arguments: ["runs_knn/knn_4.bin", "knn_svd/knn.bin", "runs_knn/knn_18.bin"])
  func neighbours(_ path: String) throws {
    try mutate(path, KNNClassifier.self) { classifier in
      guard let width = classifier.inputWidth, width < 1 << 12 else { return }
      let input = [Float](repeating: 1, count: width)
      _ = try classifier.infer(input, partitionID: 1)
      try classifier.learn(input, category: 2)
    }
  }

  @Test func classifierRegions() throws {
    try mutate("runs_regions/sdreg_py.bin", SDRClassifierRegion.self) { region in
      var data = RegionData(inputs: [
        "bottomUpIn": RegionArray(ones: [1, 3], count: 20),
        "categoryIn": RegionArray(.real32, [1]),
      ])
      try region.compute(&data)
    }
  }

  @Test func neighbourRegions() throws {
    try mutate("runs_regions/knnreg_0.bin", KNNClassifierRegion.self) { region in
      var data = RegionData(inputs: [
        "bottomUpIn": RegionArray(ones: [1, 3], count: 12),
        "categoryIn": RegionArray(.real32, [1]),
      ])
      try region.compute(&data)
    }
  }

  @Test func anomalyRegions() throws {
    try mutate("runs_regions/ka_0.bin", KNNAnomalyClassifierRegion.self) { region in
      var data = RegionData(inputs: [
        "spBottomUpOut": RegionArray(ones: [1, 3], count: 16),
        "tpTopDownOut": RegionArray(ones: [1, 2], count: 16),
        "tpLrnActiveStateT": RegionArray(ones: [5, 7], count: 48),
      ])
      for _ in 0..<3 { try region.compute(&data) }
      try region.addLabel(region.recordsCache[0].rowID..<Int(Int32.max), "tea")
    }
  }

  @Test func models() throws {
    // Buckets that have the same place in Python's dictionaries change places there, too.
    try mutate("opf_two_gram/model.bin", TwoGramModel.self, isStable: false) { model in
      for value in [1.0, 5] { _ = try model.run(["blah": .number(value)]) }
    }
    try mutate("runs_models/previous.bin", PreviousValueModel.self) {
      _ = try $0.run(["a": 1])
    }
  }
}
