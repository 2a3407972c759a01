import Stowage

extension SpatialPooler: Serializable {
  func write(_ builder: SpatialPoolerProto.Builder) throws {
    builder.inputCount = inputCount
    builder.activeCount = UInt32(activeCount)
    let list = try builder.initColumns(count: columns.count)
    for (column, entry) in zip(columns, list) {
      try entry.setInputs(column.inputs)
      try entry.setPermanences(column.permanences)
    }
    switch boosting {
    case .none:
      builder.boosting.setNone()
    case .byDutyCycle(let strength, let dutyCycles):
      let group = try builder.boosting.initByDutyCycle()
      group.strength = strength
      try group.setDutyCycles(dutyCycles)
    }
    builder.random = random.state
    try builder.setNotes(notes)
  }

  static func read(_ reader: SpatialPoolerProto.Reader) throws -> SpatialPooler {
    var pooler = SpatialPooler(inputCount: reader.inputCount, columnCount: 0, seed: 0)
    pooler.activeCount = Int(reader.activeCount)
    pooler.columns = try reader.columns.map { column in
      Column(inputs: Array(try column.inputs), permanences: Array(try column.permanences))
    }
    switch reader.boosting.which {
    case .none, .unrecognized:
      pooler.boosting = .none
    case .byDutyCycle(let group):
      pooler.boosting = .byDutyCycle(
        strength: group.strength, dutyCycles: Array(try group.dutyCycles))
    }
    pooler.random = Random(state: reader.random)
    pooler.notes = String(try reader.notes)
    return pooler
  }
}
