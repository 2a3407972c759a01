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
    var row = SparseRow(inputs: numInputs)
    for column in 0..<numColumns {
      try row.read(values[column])
      try checkAscending(row.inputs[...], "permanences.rows[\(column)].values")
      try takePermanences(column, &row)
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

  private mutating func takePermanences(_ column: Int, _ row: inout SparseRow) throws(HTMError) {
    let path = "SpatialPoolerProto.permanences.rows[\(column)].values"
    guard row.values.allSatisfy(\.isFinite) else {
      throw .state(path, "not all permanences are finite numbers")
    }
    let taken = row.spread { pools.takePermanences(column, $0) }
    // A synapse outside of the pool cannot be: NuPIC would keep it and never change it.
    guard taken == row.values.count(where: { $0 != 0 }) else {
      throw .state(path, "an input has a permanence, and is not in the column's potential pool")
    }
  }
}
