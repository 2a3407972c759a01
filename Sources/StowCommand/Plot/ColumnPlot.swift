internal import CapnProto

/// Duty cycles and boost factors of the columns of a spatial pooler.
enum ColumnPlot {
  static func panels(_ root: DynamicStruct.Reader) throws -> [Panel] {
    var panels: [Panel] = []
    let cycles = [
      ("activeDutyCycles", "active"), ("overlapDutyCycles", "overlapping"),
      ("minOverlapDutyCycles", "least overlapping"),
    ]
    let lines = try cycles.compactMap { try line(root, $0.0, $0.1) }
    if !lines.isEmpty {
      panels.append(
        Panel(
          title: "Duty cycles of the columns", x: Axis("column", .whole),
          y: Axis("share of the time", hasMargin: true), layers: lines.map { .line($0) }))
    }
    if let boost = try line(root, "boostFactors", "") {
      panels.append(
        Panel(
          title: "Boost factors of the columns", x: Axis("column", .whole), y: Axis("factor"),
          height: 160, layers: [.line(boost)]))
    }
    return panels
  }

  private static func line(
    _ root: DynamicStruct.Reader, _ field: String, _ name: String
  ) throws -> LineSeries? {
    guard let list = try root.list(field), list.count > 0 else { return nil }
    var series = LineSeries(name)
    try list.forEachNumber { series.add(Double($0), $1) }
    return series
  }
}
