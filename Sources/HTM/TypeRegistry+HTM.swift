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
    try register(BacktrackingTM.self, once: "htm.BacktrackingTM")
    try register(BacktrackingTMCPP.self, once: "htm.BacktrackingTMCPP")
    try register(Cells4.self, once: "htm.Cells4")
    try register(SparseMatrix.self, once: "htm.SparseMatrix")
    try register(SparseBinaryMatrix.self, once: "htm.SparseBinaryMatrix")
    try register(NearestNeighbor.self, once: "htm.NearestNeighbor")
    try register(SvmDense.self, once: "htm.SvmDense")
    try register(Svm01.self, once: "htm.Svm01")
  }

  private func register<Object: Serializable & SendableMetatype>(
    _ type: Object.Type, once id: TypeID
  ) throws(StowageError) {
    guard self.id(of: type) == nil else { return }
    try register(type, as: id)
  }
}
