internal import CapnProto
internal import Reductions

/// How the weights of a regressor are spread, and how much was learnt of its features.
enum RegressorPlot {
  static let schemaID = CoinProto.schema.id

  /// What a regressor keeps for each feature, in its order.
  private static let stateSize = 6

  private struct Column {
    let title: String
    let axis: String
    let place: Int
  }

  private static let columns = [
    Column(title: "Weights", axis: "weight", place: 0),
    Column(title: "What features have won by betting on them", axis: "wealth", place: 4),
  ]

  static func panels(_ root: DynamicStruct.Reader) throws -> [Panel] {
    guard root.schema.id == schemaID, let states = try root.list("states") else { return [] }
    return try columns.compactMap { try panel($0, states) }
  }

  private static func panel(_ column: Column, _ states: DynamicList.Reader) throws -> Panel? {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    var (count, zeros) = (0, 0)
    func forEach(_ body: (Double) -> Void) throws {
      try states.forEachNumber { index, value in
        if index % stateSize == column.place, value.isFinite { body(value) }
      }
    }
    try forEach { value in
      (least, greatest) = (min(least, value), max(greatest, value))
      count += 1
      if value == 0 { zeros += 1 }
    }
    guard count > 0 else { return nil }
    var histogram = Histogram(range: least...greatest, bins: 100)
    try forEach { histogram.add($0) }
    let title = "\(column.title): \(count) features, \(zeros) of them at zero"
    return Panel(
      title: title, x: Axis(column.axis, .linear), y: Axis("features"),
      height: 190, layers: [.histogram(histogram)])
  }
}
