import HTM

/// A spatial pooler, and a temporal memory that gets its columns.
struct Listener {
  var pooler: SpatialPooler
  var memory: TemporalMemory
  private var columns: [Int] = []

  init() throws {
    pooler = try SpatialPooler(inputDimensions: [1024], columnDimensions: [2048]) {
      $0.potentialRadius = 1024
      $0.potentialPct = 0.8
      $0.globalInhibition = true
      $0.numActiveColumnsPerInhArea = 40
      $0.synPermActiveInc = 0.003
      $0.synPermInactiveDec = 0.0005
      $0.synPermConnected = 0.2
    }
    memory = try TemporalMemory(columnDimensions: [2048], cellsPerColumn: 32)
  }

  init(pooler: SpatialPooler, memory: TemporalMemory) {
    (self.pooler, self.memory) = (pooler, memory)
  }

  /// What the last note led to.
  var outputs: [[Int]] {
    [columns, memory.activeCells, memory.winnerCells, memory.predictiveCells]
  }

  /// Takes a note, learns from it, and tells which part of it was not expected.
  mutating func hear(_ input: [Int]) throws -> Double {
    columns = try pooler.compute(activeInputs: input, learn: true)
    let anomaly = memory.anomaly(ofColumns: columns)
    try memory.compute(activeColumns: columns)
    return Double(anomaly)
  }
}
