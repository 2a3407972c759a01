import Foundation
import HTM
import Stowage
import Testing

@Suite struct HTMExamples {
  private func temporaryFile() -> URL {
    FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  }

  @Test func learning() throws {
    let inputs = [[1, 4, 9], [2, 3, 5], [0, 7, 8]]
    // snippet: htm-learning
    var pooler = try SpatialPooler(inputDimensions: [100], columnDimensions: [200]) {
      $0.potentialRadius = 100
      $0.globalInhibition = true
      $0.numActiveColumnsPerInhArea = 8
    }
    var memory = try TemporalMemory(columnDimensions: [200], cellsPerColumn: 4) {
      $0.activationThreshold = 5
      $0.minThreshold = 3
    }
    for _ in 0..<20 {
      for input in inputs {
        let columns = try pooler.compute(activeInputs: input, learn: true)
        let surprise = memory.anomaly(ofColumns: columns)  // 1 at first, 0 in the end
        try memory.compute(activeColumns: columns)
        _ = surprise
      }
    }
    // end snippet
    let columns = try pooler.compute(activeInputs: inputs[0], learn: false)
    #expect(memory.anomaly(ofColumns: columns) < 0.2)
    #expect(!memory.predictiveCells.isEmpty)

    let poolerFile = temporaryFile()
    let memoryFile = temporaryFile()
    defer {
      for file in [poolerFile, memoryFile] { try? FileManager.default.removeItem(at: file) }
    }
    // snippet: htm-saving
    try pooler.writeToFile(poolerFile)  // packed, as NuPIC's writeToFile does
    try memory.writeToFile(memoryFile)

    var samePooler = try SpatialPooler.readFromFile(poolerFile)
    var sameMemory = try TemporalMemory.readFromFile(memoryFile)
    for input in inputs {
      let columns = try pooler.compute(activeInputs: input, learn: true)
      try memory.compute(activeColumns: columns)
      try sameMemory.compute(activeColumns: samePooler.compute(activeInputs: input, learn: true))
    }
    // end snippet
    #expect(samePooler.activeColumns == pooler.activeColumns)
    #expect(sameMemory.activeCells == memory.activeCells)
    #expect(sameMemory.predictiveCells == memory.predictiveCells)
  }

  @Test func fromNuPIC() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/nupic/tm_cpp_basic/tm.packed.bin")
    // snippet: htm-nupic
    let memory = try TemporalMemory.readFromFile(file)
    print(memory.parameters.cellsPerColumn, memory.connections.numSynapses)
    for segment in memory.connections.segments(ofCell: 0) {
      for synapse in memory.connections.synapses(of: segment) {
        print(synapse.presynapticCell, synapse.permanence)
      }
    }
    // end snippet
    #expect(memory.connections.numSynapses == 2115)
  }

  @Test func inFilesOfStowage() throws {
    let file = temporaryFile().path()
    defer { try? FileManager.default.removeItem(atPath: file) }
    let pooler = try SpatialPooler(inputDimensions: [20], columnDimensions: [20])
    // snippet: htm-stowage
    try TypeRegistry.shared.registerHTM()
    try save(file, pooler)  // with a header and checksums; format: .json for people
    let same = try load(file, as: SpatialPooler.self)
    let any = try load(file)  // found by its name, htm.SpatialPooler
    // end snippet
    #expect(same.boostFactors == pooler.boostFactors)
    #expect(any.object(as: SpatialPooler.self) != nil)
  }
}
