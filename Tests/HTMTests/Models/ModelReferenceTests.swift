import Foundation
import HTM
import Stowage
import Testing

/// Models beside those of the real NuPIC.
struct ModelReferenceTests {
  @Test(arguments: ModelCase.names)
  func newModelsSayWhatNuPICsDo(_ name: String) throws {
    let test = try ModelCase(name)
    var model = try test.model()
    let records = try test.records()
    let run = try test.expected["run"].items
    for (index, expected) in try (run + test.expected["never_saved"].items).enumerated() {
      if index < run.count { try test.act(&model, before: index) }
      try model.run(records[index]).expect(expected, "\(name) record \(index)")
    }
  }

  @Test(arguments: ModelCase.names)
  func loadedModelsSayWhatNuPICsDo(_ name: String) throws {
    let test = try ModelCase(name)
    let message = try #require(try Reference.file("\(name)/model", packed: true))
    var model = try HTMPredictionModel.read(message.root(HTMPredictionModelProto.self))
    let records = try test.records()
    let first = try test.expected["run"].items.count
    for (index, expected) in try test.expected["after_load"].items.enumerated() {
      try model.run(records[first + index]).expect(
        expected, "\(name) record \(first + index)")
    }
  }

  /// After the same records, models that were made here are saved as NuPIC saved its own.
  @Test(arguments: ModelCase.names)
  func newModelsAreSavedAsNuPICsAre(_ name: String) throws {
    let test = try ModelCase(name)
    var made = try test.model()
    for (index, record) in try test.records().prefix(test.expected["run"].items.count).enumerated()
    {
      try test.act(&made, before: index)
      _ = try made.run(record)
    }
    guard let model = made as? HTMPredictionModel else { return }
    let message = try #require(try Reference.file("\(name)/model", packed: true))
    let theirs = try HTMPredictionModel.read(message.root(HTMPredictionModelProto.self))
    func bytes(_ region: some Region) throws -> Data {
      func write<Kind: Region>(_ region: Kind) throws -> Data {
        let builder = MessageBuilder()
        try region.write(builder.initRoot(Kind.Proto.self))
        return try Message(builder.bytes()).root(Kind.Proto.self).canonicalBytes()
      }
      return try write(region)
    }
    for region in theirs.network.regionNames {
      let (own, other) = (try #require(model.network[region]), try #require(theirs.network[region]))
      #expect(try bytes(own) == bytes(other), "\(region)")
    }
  }

  @Test(arguments: Reference.cases("model_", "opf_anomaly", "opf_multistep"))
  func modelsAreWrittenAsTheyWereRead(_ name: String) throws {
    guard let message = try Reference.file("\(name)/model", packed: true) else { return }
    let model = try HTMPredictionModel.read(message.root(HTMPredictionModelProto.self))
    let once = MessageBuilder()
    try model.write(once.initRoot(HTMPredictionModelProto.self))
    let again = MessageBuilder()
    try HTMPredictionModel.read(Message(once.bytes()).root(HTMPredictionModelProto.self))
      .write(again.initRoot(HTMPredictionModelProto.self))
    #expect(try once.bytes() == again.bytes())
    // NuPIC writes what it keeps of segments in an order of its own.
    let memory = model.network["TM"] as? TMRegion
    // Nor does Python 2 have an order of buckets.
    let encoders = try model.network.region("sensor", as: RecordSensor.self).encoder.members
    let hasBuckets = encoders.contains { $0.encoder is RandomDistributedScalarEncoder }
    if memory?.canRun != true, !hasBuckets {
      let (own, other) = (try Message(once.bytes()), message)
      #expect(
        try own.root(HTMPredictionModelProto.self).canonicalBytes()
          == other.root(HTMPredictionModelProto.self).canonicalBytes())
    }
  }

  @Test func theModelOfOneMetricIsNuPICs() throws {
    let expected = try Reference("model_time_of_day/expected.json")
    let parameters = try scalarMetricWithTimeOfDayAnomalyParameters(
      metricData: [0], minVal: 0, maxVal: 100)
    let json = try JSONSerialization.data(withJSONObject: expected["config"].value)
    let config = try ModelConfig(json: String(decoding: json, as: UTF8.self))
    var own = parameters.modelConfig
    own.aggregationInfo = config.aggregationInfo
    // JSON does not tell 0.0 from 0.
    func whole(_ values: [String: Value]) -> [String: Value] {
      values.mapValues { value in
        guard case .double(let number) = value, let whole = Int64(exactly: number) else {
          return value
        }
        return .int(whole)
      }
    }
    own.modelParams.spParams = whole(own.modelParams.spParams)
    own.modelParams.tmParams = whole(own.modelParams.tmParams)
    #expect(own.modelParams.spParams == config.modelParams.spParams)
    #expect(own.modelParams.tmParams == config.modelParams.tmParams)
    #expect(own.modelParams.encoders.keys == config.modelParams.encoders.keys)
    #expect(own.modelParams.anomalyParams == config.modelParams.anomalyParams)
    #expect(own.modelParams.clParams == config.modelParams.clParams)
    var model = try ModelFactory.create(modelConfig: parameters.modelConfig)
    model.enableInference(parameters.inferenceArgs)
    for (index, record) in try expected["records"].items.enumerated() {
      let result = try model.run([
        "c0": .date(try #require(DateTime(record[0].string))), "c1": .number(record[1].number),
      ])
      let score = try expected["run"][index][0].number
      #expect(result.inferences.anomalyScore == score, "record \(index)")
    }
  }

  @Test func resolutionsFollowFromData() throws {
    func resolution(
      _ data: [Double], _ low: Double? = nil, _ high: Double? = nil, least: Double? = nil
    ) throws -> Double {
      let parameters = try scalarMetricWithTimeOfDayAnomalyParameters(
        metricData: data, minVal: low, maxVal: high, minResolution: least)
      guard case .table(let table)? = parameters.modelConfig.modelParams.encoders["c1"],
        case .double(let resolution)? = table["resolution"]
      else { return .nan }
      return resolution
    }
    #expect(try resolution([1, 2, 3, 10]) == 0.12362359855281135)
    #expect(try resolution([5, 5, 5]) == 0.015384615384615385)
    #expect(try resolution([1, 2], 0) == 0.019230769230769232)
    #expect(try resolution([0], 3, 3) == 0.007692307692307693)
    #expect(try resolution([1, 2, 3, 10], least: 2) == 2)
    #expect(try resolution([], 0, 1) == 0.007692307692307693)
    #expect(try resolution([1, 2, 3, 10], nil, 4) == 0.050273337737944138)
    #expect(throws: HTMError.self) { try resolution([]) }
  }

  @Test func modelsThatBacktrackAreCarried() throws {
    let message = try #require(
      try Reference.file("opf_anomaly_small_cpp/model", packed: true))
    var model = try HTMPredictionModel.read(message.root(HTMPredictionModelProto.self))
    #expect(model.inferenceType == .temporalAnomaly && model.base.numPredictions == 300)
    #expect(model.predictedField == "c1" && !model.canRun)
    let memory = try model.network.region("TM", as: TMRegion.self)
    guard case .backtrackingCPP(let state) = memory.memory else {
      Issue.record("it is another kind of memory")
      return
    }
    #expect(state.cells4.numSegments > 0)
    let error = #expect(throws: HTMError.self) {
      try model.run(["c0": "2015-03-13 12:00:00", "c1": 48.943])
    }
    #expect(error?.code == .unsupported && error?.message.contains("tm_cpp") == true)
    let registry = TypeRegistry()
    try registry.registerHTM()
    let options = SaveOptions(registry: registry)
    let data = try serialize(model, options: options)
    let loaded = try deserialize(
      data, as: HTMPredictionModel.self, options: LoadOptions(registry: registry))
    #expect(try serialize(loaded, options: options) == data)
    #expect(loaded.inferenceArgs?.json == model.inferenceArgs?.json)
  }
}
