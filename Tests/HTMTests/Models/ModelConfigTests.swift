import HTM
import Stowage
import Testing

/// Configurations that make no sense.
struct ModelConfigTests {
  private func config(_ change: (inout ModelConfig) -> Void) throws -> ModelConfig {
    var config = try scalarMetricWithTimeOfDayAnomalyParameters(
      metricData: [], minVal: 0, maxVal: 1
    ).modelConfig
    config.modelParams.spParams["columnCount"] = 64
    config.modelParams.tmParams["cellsPerColumn"] = 2
    change(&config)
    return config
  }

  private func path(_ change: (inout ModelConfig) -> Void) throws -> String? {
    let config = try config(change)
    return #expect(throws: HTMError.self) { try ModelFactory.create(modelConfig: config) }?.path
  }

  @Test func whatIsNotKnownIsRefusedWithItsPath() throws {
    #expect(try path { $0.model = "Oracle" } == "model")
    #expect(try path { $0.version = 2 } == "version")
    #expect(try path { $0.predictAheadTime = ["hours": 1] } == "predictAheadTime")
    #expect(try path { $0.modelParams.spParams["foo"] = 1 } == "modelParams.spParams.foo")
    #expect(try path { $0.modelParams.tmParams["foo"] = 1 } == "modelParams.tmParams.foo")
    #expect(try path { $0.modelParams.anomalyParams["foo"] = 1 } == "modelParams.anomalyParams.foo")
    #expect(
      try path { $0.modelParams.spParams["seed"] = "x" } == "modelParams.spParams.seed")
    #expect(
      try path { $0.modelParams.spParams["potentialPct"] = 7 }
        == "modelParams.spParams.potentialPct")
    #expect(
      try path { $0.modelParams.tmParams["temporalImp"] = "cpp" }
        == "modelParams.tmParams.temporalImp")
    #expect(try path { $0.modelParams.encoders = [:] } == "modelParams.sensorParams.encoders")
    #expect(
      try path { $0.modelParams.encoders["c1"] = ["type": "Nope"] }
        == "modelParams.sensorParams.encoders.c1.type")
    #expect(
      try path {
        $0.modelParams.encoders["c1"] = [
          "type": "ScalarEncoder", "w": 21, "minval": 0, "maxval": 1, "n": 50, "foo": 1,
        ]
      } == "modelParams.sensorParams.encoders.c1.foo")
    #expect(
      try path { $0.modelParams.encoders["c1"] = 4 } == "modelParams.sensorParams.encoders.c1")
    #expect(
      try path {
        $0.modelParams.clEnable = true
        $0.modelParams.clParams["steps"] = "1,x"
      } == "modelParams.clParams.steps")
    #expect(
      try path {
        $0.modelParams.clEnable = true
        $0.modelParams.clParams["regionName"] = "CLAClassifierRegion"
      } == "modelParams.clParams.regionName")
    for name in ["doSphering", "useAuxiliary"] {
      #expect(
        try path {
          $0.modelParams.clEnable = true
          $0.modelParams.clParams = ["regionName": "KNNClassifierRegion", .init(name): true]
        } == "modelParams.clParams.\(name)")
    }
    #expect(try path { $0.modelParams.spEnable = false } == "modelParams.inferenceType")
  }

  @Test(arguments: [
    ("{}", "modelParams"), ("[1]", ""), ("{", "modelConfig"),
    ("{\"modelParams\": {\"foo\": 1}}", "modelParams.foo"),
    ("{\"modelParams\": {}, \"foo\": 1}", "foo"),
    ("{\"modelParams\": {\"inferenceType\": \"Nope\"}}", "modelParams.inferenceType"),
    ("{\"modelParams\": {\"sensorParams\": {\"foo\": 1}}}", "modelParams.sensorParams.foo"),
    (
      "{\"modelParams\": {\"sensorParams\": {\"sensorAutoReset\": {\"days\": 1}}}}",
      "modelParams.sensorParams.sensorAutoReset"
    ),
  ])
  func jsonThatIsNotKnownIsRefused(_ json: String, _ path: String) throws {
    let error = #expect(throws: HTMError.self) { try ModelFactory.create(modelConfig: json) }
    #expect(error?.path == path)
  }

  @Test func otherKindsOfModelsAreMade() throws {
    let pairs = """
      {"model": "TwoGram", "modelParams": {"inferenceType": "TemporalNextStep", "encoderParams":
      {"x": {"type": "ScalarEncoder", "w": 1, "n": 10, "minval": 0, "maxval": 9, "forced": true}}}}
      """
    #expect(try ModelFactory.create(modelConfig: pairs) is TwoGramModel)
    let last = """
      {"model": "PreviousValue", "modelParams": {"fieldNames": ["x"], "fieldTypes": ["float"],
      "predictedField": "x"}}
      """
    #expect(try ModelFactory.create(modelConfig: last) is PreviousValueModel)
    let wrong = pairs.replacing("encoderParams", with: "foo")
    let error = #expect(throws: HTMError.self) { try ModelFactory.create(modelConfig: wrong) }
    #expect(error?.path == "modelParams.foo")
  }

  @Test func deepJSONIsRefused() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: HTMError.self) { try ModelConfig(json: deep) }
    #expect(throws: HTMError.self) { try ModelArguments(json: deep) }
  }

  @Test func recordsThatDoNotFitAreRefused() throws {
    var model = try ModelFactory.create(modelConfig: config { _ in })
    #expect(throws: HTMError.self) { try model.run(["c1": 1]) }
    #expect(throws: HTMError.self) { try model.run(["c0": "today", "c1": 1]) }
    let result = try model.run(["c0": .date(#require(DateTime("2015-03-01"))), "c1": nil])
    #expect(result.predictionNumber == 0 && result.inferences.anomalyScore == 1)
  }
}
