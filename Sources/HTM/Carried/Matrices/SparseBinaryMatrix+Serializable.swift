public import Stowage

extension SparseBinaryMatrix: Serializable {
  public func write(_ builder: SparseBinaryMatrixProto.Builder) throws {
    guard let rows = UInt32(exactly: numRows) else {
      throw HTMError.state("SparseBinaryMatrixProto.numRows", "\(numRows) is not below 2^32")
    }
    builder.numRows = rows
    builder.numColumns = UInt32(numColumns)
    let list = try builder.initIndices(count: numRows)
    for row in 0..<numRows {
      let range = range(row)
      try list.initialize(row, count: range.count).copy(from: columns[range])
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
        try matrix.append(column) { .state("SparseBinaryMatrixProto.indices[\(row)]", $0) }
      }
      matrix.endRow()
    }
    return matrix
  }
}
