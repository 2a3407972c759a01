public import Stowage

extension SparseBinaryMatrix: Serializable {
  public func write(_ builder: SparseBinaryMatrixProto.Builder) throws {
    (builder.numRows, builder.numColumns) = try places.header("SparseBinaryMatrixProto")
    let list = try builder.initIndices(count: numRows)
    for row in 0..<numRows {
      let range = places.range(row)
      try list.initialize(row, count: range.count).copy(from: places.columns[range])
    }
  }

  /// Reads a matrix.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a matrix that cannot be, each
  ///   with the field.
  public static func read(_ reader: SparseBinaryMatrixProto.Reader) throws -> SparseBinaryMatrix {
    let rows = try reader.indices
    try StateCheck.count(
      rows.count, UInt64(reader.numRows), "SparseBinaryMatrixProto.indices", "numRows is")
    var matrix = SparseBinaryMatrix(numColumns: reader.numColumns)
    for row in 0..<rows.count {
      for column in try rows[row] {
        try matrix.places.append(column) { .state("SparseBinaryMatrixProto.indices[\(row)]", $0) }
      }
      matrix.places.endRow()
    }
    return matrix
  }
}
