import HTM
import Stopwatch

/// A temporal memory of 2048 columns by 32 cells that learns a sequence, again and again.
struct TemporalMemoryWorkload {
  let inputs: Inputs
  let steps: Int

  init(_ inputs: Inputs, steps: Int) {
    self.inputs = inputs
    self.steps = steps
  }

  func run() throws {
    let made = try seconds { try makeMemory() }
    report("construct_s", made.seconds)
    var memory = made.result
    var step = 0
    let parts = [("learn", steps, true), ("learn_next", 1000, true), ("infer", 1000, false)]
    for (name, count, learn) in parts {
      let time = try seconds {
        for _ in 0..<count {
          try memory.compute(activeColumns: inputs.sets[step % inputs.sets.count], learn: learn)
          step += 1
        }
      }
      report("\(name)_steps_per_s", Double(count) / time.seconds)
    }
    report("segments", Double(memory.connections.numSegments))
    report("synapses", Double(memory.connections.numSynapses))
    try SavingAndLoading.measure(memory)
  }

  private func makeMemory() throws -> TemporalMemory {
    var parameters = TemporalMemory.Parameters()
    parameters.columnDimensions = [inputs.width]
    parameters.maxSegmentsPerCell = 128
    parameters.maxSynapsesPerSegment = 32
    parameters.seed = 42
    return try TemporalMemory(parameters)
  }
}
