public import Stowage

extension TypeRegistry {
  /// Registers the types of this module, as `htm.SpatialPooler` and so on.
  ///
  /// What is registered already stays as it is, so this can be called more than once.
  ///
  /// - Throws: `StowageError` where one of the names is another type's.
  public func registerHTM() throws(StowageError) {
    try register(SpatialPooler.self, once: "htm.SpatialPooler")
    try register(TemporalMemory.self, once: "htm.TemporalMemory")
    try register(Connections.self, once: "htm.Connections")
    try register(Random.self, once: "htm.Random")
    try register(TwoGramModel.self, once: "htm.TwoGramModel")
    try register(PreviousValueModel.self, once: "htm.PreviousValueModel")
    try register(SDRClassifier.self, once: "htm.SDRClassifier")
    try register(KNNClassifier.self, once: "htm.KNNClassifier")
    try register(MovingAverage.self, once: "htm.MovingAverage")
    try register(AnomalyLikelihood.self, once: "htm.AnomalyLikelihood")
    try register(Anomaly.self, once: "htm.Anomaly")
    try register(BacktrackingTM.self, once: "htm.BacktrackingTM")
    try register(BacktrackingTMCPP.self, once: "htm.BacktrackingTMCPP")
    try register(Cells4.self, once: "htm.Cells4")
    try register(SparseMatrix.self, once: "htm.SparseMatrix")
    try register(SparseBinaryMatrix.self, once: "htm.SparseBinaryMatrix")
    try register(NearestNeighbor.self, once: "htm.NearestNeighbor")
    try register(SvmDense.self, once: "htm.SvmDense")
    try register(Svm01.self, once: "htm.Svm01")
    try registerEncoders()
    try register(AnomalyDetector.self, once: "htm.AnomalyDetector")
    try registerRegions()
  }

  private func registerRegions() throws(StowageError) {
    try register(Network.self, once: "htm.Network")
    try register(HTMPredictionModel.self, once: "htm.HTMPredictionModel")
    try register(RecordSensor.self, once: "htm.RecordSensor")
    try register(SPRegion.self, once: "htm.SPRegion")
    try register(TMRegion.self, once: "htm.TMRegion")
    try register(SDRClassifierRegion.self, once: "htm.SDRClassifierRegion")
    try register(KNNClassifierRegion.self, once: "htm.KNNClassifierRegion")
    try register(KNNAnomalyClassifierRegion.self, once: "htm.KNNAnomalyClassifierRegion")
    try register(AnomalyRegion.self, once: "htm.AnomalyRegion")
    try register(AnomalyLikelihoodRegion.self, once: "htm.AnomalyLikelihoodRegion")
    try register(TestNode.self, once: "htm.TestNode")
    try register(VectorFileSensor.self, once: "htm.VectorFileSensor")
    try register(VectorFileEffector.self, once: "htm.VectorFileEffector")
    try register(UnknownRegion.self, once: "htm.UnknownRegion")
  }

  private func registerEncoders() throws(StowageError) {
    try register(ScalarEncoder.self, once: "htm.ScalarEncoder")
    try register(RandomDistributedScalarEncoder.self, once: "htm.RandomDistributedScalarEncoder")
    try register(AdaptiveScalarEncoder.self, once: "htm.AdaptiveScalarEncoder")
    try register(DeltaEncoder.self, once: "htm.DeltaEncoder")
    try register(LogEncoder.self, once: "htm.LogEncoder")
    try register(DateEncoder.self, once: "htm.DateEncoder")
    try register(CategoryEncoder.self, once: "htm.CategoryEncoder")
    try register(SDRCategoryEncoder.self, once: "htm.SDRCategoryEncoder")
    try register(CoordinateEncoder.self, once: "htm.CoordinateEncoder")
    try register(GeospatialCoordinateEncoder.self, once: "htm.GeospatialCoordinateEncoder")
    try register(PassThroughEncoder.self, once: "htm.PassThroughEncoder")
    try register(SparsePassThroughEncoder.self, once: "htm.SparsePassThroughEncoder")
    try register(MultiEncoder.self, once: "htm.MultiEncoder")
  }

  private func register<Object: Serializable & SendableMetatype>(
    _ type: Object.Type, once id: TypeID
  ) throws(StowageError) {
    guard self.id(of: type) == nil else { return }
    try register(type, as: id)
  }
}
