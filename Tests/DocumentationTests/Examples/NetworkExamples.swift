import Foundation
import HTM
import Stowage
import Testing

struct NetworkExamples {
  @Test func networks() throws {
    let records: [[String: EncoderInput]] = (0..<20).map { ["load": .number(Double($0 % 5))] }
    // snippet: htm-network
    var network = Network()
    let encoder = try ScalarEncoder(w: 21, minval: 0, maxval: 10, n: 100)
    try network.add("sensor", RecordSensor(MultiEncoder(["load": encoder])))
    let pooler = try SpatialPooler(inputDimensions: [100], columnDimensions: [64]) {
      $0.globalInhibition = true
      $0.potentialRadius = 100
    }
    try network.add("SP", SPRegion(pooler))
    try network.link("sensor", "SP")

    for record in records {
      try network.update("sensor", as: RecordSensor.self) { $0.feed(record) }
      try network.run()
      print(try network.output("SP", "bottomUpOut").ones)
    }
    // end snippet
    #expect(network.iteration == 20)
  }

  @Test func models() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let rows = [("2015-03-01 00:00:00", 17.0), ("2015-03-01 01:00:00", 18.5)]
    // snippet: htm-model
    let parameters = try scalarMetricWithTimeOfDayAnomalyParameters(
      metricData: [], minVal: 0, maxVal: 100)
    var model = try ModelFactory.create(modelConfig: parameters.modelConfig)
    model.enableInference(parameters.inferenceArgs)

    for (time, value) in rows {
      guard let date = DateTime(time) else { continue }
      let result = try model.run(["c0": .date(date), "c1": .number(value)])
      print(time, value, result.inferences.anomalyScore ?? 0)
    }

    try model.save(folder)  // model.stow with everything, and model.data for NuPIC
    let same = try ModelFactory.loadFromCheckpoint(folder)
    // end snippet
    #expect(same.base.numPredictions == 2)
  }
}
