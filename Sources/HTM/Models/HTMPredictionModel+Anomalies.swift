extension HTMPredictionModel {
  /// Finds out what kinds of anomaly the record is like.
  mutating func runAnomalyClassifier(_ result: inout ModelResult) throws {
    guard network["AnomalyClassifier"] is KNNAnomalyClassifierRegion else { return }
    let active = try network.output("SP", "bottomUpOut").ones.count
    try network.update("AnomalyClassifier", as: KNNAnomalyClassifierRegion.self) { region in
      region.activeColumnCount = active
    }
    try network.runRegion("AnomalyClassifier")
    let region = try network.region("AnomalyClassifier", as: KNNAnomalyClassifierRegion.self)
    let labels = region.labelResults.map { "'\($0)'" }
    result.inferences.anomalyLabel = "[\(labels.joined(separator: ", "))]"
  }
}
