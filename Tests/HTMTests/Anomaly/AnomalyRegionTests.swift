import HTM
import Stowage
import Testing

/// Anomaly scores and likelihoods come out of networks, which NuPIC cannot save.
struct AnomalyRegionTests {
  @Test func scoresAreNuPICs() throws {
    var region = AnomalyRegion()
    let steps: [([Int], [Int], Double)] = [
      ([1, 2], [3, 4], 1), ([3, 9], [1], 0.5), ([], [1], 0), ([1], [], 0),
    ]
    for (active, predicted, score) in steps {
      var data = RegionData(inputs: [
        "activeColumns": RegionArray(ones: active, count: 10),
        "predictedColumns": RegionArray(ones: predicted, count: 10),
      ])
      try region.compute(&data)
      #expect(data.outputs["rawAnomalyScore"]?.numbers == [score])
      #expect(region.prevPredictedColumns == predicted)
    }
  }

  @Test(arguments: Reference.cases("anomaly_region"), [true, false])
  func filesAreKept(_ name: String, _ packed: Bool) throws {
    let file = try #require(try Reference.file("\(name)/region", packed: packed))
    let theirs = try file.root(AnomalyRegionProto.self)
    let region = try AnomalyRegion.read(theirs)
    let expected = try Reference("\(name)/expected.json")
    #expect(region.prevPredictedColumns == (try expected["prevPredictedColumns"].ints))
    let again = MessageBuilder()
    try region.write(again.initRoot(AnomalyRegionProto.self))
    #expect(
      try Message(again.bytes()).root(AnomalyRegionProto.self).canonicalBytes()
        == theirs.canonicalBytes())
  }

  @Test func likelihoodsAreNuPICs() throws {
    var region = AnomalyLikelihoodRegion(
      try AnomalyLikelihood(learningPeriod: 3, estimationSamples: 2, reestimationPeriod: 2))
    let expected: [Float] = [
      0.5, 0.5, 0.5, 0.5, 0.5, 0.85508299, 0.5073117, 0.88855177, 0.50658059,
    ]
    for (step, likelihood) in expected.enumerated() {
      var data = RegionData(inputs: [
        "rawAnomalyScore": RegionArray([0.1 * Float(step % 4)]),
        "metricValue": RegionArray([Float(Double(step) * 1.7)]),
      ])
      try region.compute(&data)
      #expect(abs((data.outputs["anomalyLikelihood"]?.floats[0] ?? 0) - likelihood) < 1e-6)
      region = try deserialize(serialize(region), as: AnomalyLikelihoodRegion.self)
    }
    #expect(try region.parameter("estimationSamples") == .int(2))
  }

  @Test func networksKeepThemInFilesOfStowageOnly() throws {
    let registry = TypeRegistry()
    try registry.registerHTM()
    for region: any Region in [
      AnomalyRegion(), AnomalyLikelihoodRegion(try AnomalyLikelihood()),
    ] {
      var network = Network()
      try network.add("anomaly", region)
      let data = try serialize(network, options: SaveOptions(registry: registry))
      let same = try deserialize(
        data, as: Network.self, options: LoadOptions(registry: registry))
      #expect(same.regionNames == ["anomaly"])
      let message = MessageBuilder()
      let root = try message.initRoot(NetworkProto.self)
      let error = try #require(throws: HTMError.self) { try network.write(root) }
      #expect(error.message.contains(region.nodeType))
    }
  }
}
