internal import CapnProto

extension SpatialPooler {
  mutating func readSynapses(
    _ potential: SparseBinaryMatrixProto.Reader, _ permanences: SparseMatrixProto.Reader
  ) throws {
    let (rows, values) = (try potential.indices, try permanences.rows)
    try Self.match(Int(potential.numRows), numColumns, "potentialPools.numRows", "numColumns")
    try Self.match(Int(potential.numColumns), numInputs, "potentialPools.numColumns", "numInputs")
    try Self.match(Int(permanences.numRows), numColumns, "permanences.numRows", "numColumns")
    try Self.match(Int(permanences.numColumns), numInputs, "permanences.numColumns", "numInputs")
    try Self.match(values.count, numColumns, "permanences.rows", "numColumns")
    var lists: [List<UInt32>.Reader] = []
    for column in 0..<numColumns { lists.append(try rows[column]) }
    pools = PotentialPools(columns: numColumns, synapses: lists.reduce(0) { $0 + $1.count })
    for column in 0..<numColumns {
      pools.append(lists[column])
      try checkAscending(pools.row(column), "potentialPools.indices[\(column)]")
    }
    try checkProportion()
    for column in 0..<numColumns {
      let row = values[column]
      // Elements take a word each, and are read as such where that is how they were written.
      if let words = try? row._raw.get(List<UInt64>.self, at: 0) {
        try take(words, column)
      } else {
        try take(row.values.map { UInt64($0.index) | UInt64($0.value.bitPattern) << 32 }, column)
      }
    }
  }

  private func checkAscending(_ row: ArraySlice<UInt32>, _ field: String) throws(HTMError) {
    let isAscending = zip(row, row.dropFirst()).allSatisfy { $0 < $1 }
    let last = row.last.map { Int($0) } ?? -1
    guard isAscending, last < numInputs else {
      throw .state(
        "SpatialPoolerProto.\(field)",
        "its indices are not all ascending and below the \(numInputs) inputs")
    }
  }

  private mutating func take(
    _ words: some Collection<UInt64>, _ column: Int
  ) throws(HTMError) {
    let fault =
      switch pools.takeWords(column, words) {
      case .taken: nil as String?
      case .notAscending: "its indices are not all ascending"
      case .notFinite: "not all permanences are finite numbers"
      // NuPIC would keep such a synapse and never change it.
      case .notPotential: "an input has a permanence, and is not in the column's potential pool"
      }
    if let fault {
      throw .state("SpatialPoolerProto.permanences.rows[\(column)].values", fault)
    }
  }
}
