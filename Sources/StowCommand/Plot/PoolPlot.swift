internal import CapnProto

/// Which inputs each column of a spatial pooler may connect to, and how strongly it does.
enum PoolPlot {
  /// Larger numbers in a file are no number of inputs or columns.
  private static let most = 1 << 30

  static func panels(_ root: DynamicStruct.Reader) throws -> [Panel] {
    guard let pools = try root.structure("potentialPools"),
      let inputs = try root.number("numInputs"), let columns = try root.number("numColumns"),
      inputs > 0, columns > 0, Int(inputs) < most, Int(columns) < most,
      let rows = try pools.list("indices"), case .list = rows.elementType
    else { return [] }
    let (width, height) = (Int(inputs), Int(columns))
    var filled = Raster(columns: width, rows: height)
    var share = 0.0
    for row in 0..<min(rows.count, height) {
      guard case .list(let indices) = try rows.get(row) else { continue }
      share += Double(indices.count)
      try indices.forEachNumber { _, column in
        // Pixels that stand for many inputs are as dark as many of them are in the pool.
        filled.add(1, column: Int(column), row: row)
      }
    }
    let pool = filled.shares(legend: "share in the pool")
    var permanences = Raster(
      columns: width, rows: height, legend: "permanence", range: 0...1)
    try root.forEachSparse("permanences") { row, column, value in
      permanences.set(value, column: column, row: row)
    }
    let mean = Int((share / Double(height)).rounded())
    let axes = (Axis("input", .whole), Axis("column", .whole))
    return [
      Panel(
        title: "Potential pools: \(mean) of \(width) inputs for a column on average", x: axes.0,
        y: axes.1, height: 300, layers: [.raster(pool)]),
      Panel(
        title: "Permanences: the greatest where inputs share a pixel", x: axes.0, y: axes.1,
        height: 300, layers: [.raster(permanences)]),
    ]
  }
}
