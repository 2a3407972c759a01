internal import CapnProto
public import Stowage

extension SparseMatrix: Serializable {
  public func write(_ builder: SparseMatrixProto.Builder) throws {
    (builder.numRows, builder.numColumns) = try places.header("SparseMatrixProto")
    let list = try builder.initRows(count: numRows)
    for row in 0..<numRows {
      let range = range(row)
      let elements = try list[row].initValues(count: range.count)
      for (index, place) in range.enumerated() {
        let element = elements[index]
        element.index = places.columns[place]
        element.value = values[place]
      }
    }
  }

  /// Reads a matrix.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a matrix that cannot be, each
  ///   with the field.
  public static func read(_ reader: SparseMatrixProto.Reader) throws -> SparseMatrix {
    let rows = try reader.rows
    try StateCheck.count(
      rows.count, UInt64(reader.numRows), "SparseMatrixProto.rows", "numRows is")
    // Rows that take no memory in the message take some here.
    _ = try _values(of: rows) { (_) throws(CapnProtoError) in 0 }
    var matrix = SparseMatrix(numColumns: reader.numColumns)
    for row in 0..<rows.count {
      for element in try rows[row].values {
        try matrix.append(element.index, element.value) {
          .state("SparseMatrixProto.rows[\(row)]", $0)
        }
      }
      matrix.endRow()
    }
    return matrix
  }
}
