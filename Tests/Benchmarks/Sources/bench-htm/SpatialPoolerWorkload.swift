import HTM
import Stopwatch

/// A spatial pooler of 2048 columns that learns a thousand inputs, and then sees them again.
struct SpatialPoolerWorkload {
  let inputs: Inputs
  let boostStrength: Float

  init(_ inputs: Inputs, boostStrength: Float) {
    self.inputs = inputs
    self.boostStrength = boostStrength
  }

  func run() throws {
    let made = try seconds { try makePooler() }
    report("construct_s", made.seconds)
    var pooler = made.result
    var sum = 0
    for (name, learn) in [("learn", true), ("infer", false)] {
      let time = try seconds {
        for input in inputs.sets {
          sum &+= try pooler.compute(activeInputs: input, learn: learn).reduce(0, &+)
        }
      }
      report("\(name)_steps_per_s", Double(inputs.sets.count) / time.seconds)
    }
    print("checksum", sum)
    try SavingAndLoading.measure(pooler)
  }

  private func makePooler() throws -> SpatialPooler {
    try SpatialPooler(inputDimensions: [inputs.width], columnDimensions: [2048]) {
      $0.potentialRadius = inputs.width
      $0.potentialPct = 0.85
      $0.globalInhibition = true
      $0.localAreaDensity = 0.02
      $0.numActiveColumnsPerInhArea = 0
      $0.synPermInactiveDec = 0.006
      $0.synPermActiveInc = 0.04
      $0.synPermConnected = 0.14
      $0.boostStrength = boostStrength
      $0.seed = 1
    }
  }
}
