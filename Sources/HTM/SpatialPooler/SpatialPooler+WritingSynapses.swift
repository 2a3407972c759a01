internal import CapnProto

// Synapses are what makes a file large: their lists are filled in one piece.

extension SpatialPooler {
  func writeSynapses(_ builder: SpatialPoolerProto.Builder) throws(CapnProtoError) {
    let potential = try builder.initPotentialPools()
    potential.numRows = UInt32(numColumns)
    potential.numColumns = UInt32(numInputs)
    let rows = try potential.initIndices(count: numColumns)
    let permanences = try builder.initPermanences()
    permanences.numRows = UInt32(numColumns)
    permanences.numColumns = UInt32(numInputs)
    let values = try permanences.initRows(count: numColumns)
    var words: [UInt64] = []
    for column in 0..<numColumns {
      try rows.initialize(column, count: pools.range(column).count).copy(from: pools.row(column))
      pools.collectWords(column, into: &words)
      try values[column].write(words)
    }
  }
}

extension SparseFloatList.Builder {
  /// Makes the row of elements, each of which is given as the word that it is in a message.
  func write(_ words: [UInt64]) throws(CapnProtoError) {
    try initValues(count: words.count)
    // The same memory, read as what its elements take: one word each.
    try _raw.get(List<UInt64>.self, at: 0).copy(from: words)
  }
}
