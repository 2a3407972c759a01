/// What can be drawn of a model.
enum PlotSubject: String, CaseIterable {
  case permanences
  case columns
  case pools
  case segments
  case weights

  /// The panels for a part of a model; none where it has nothing of the kind.
  func panels(_ part: PlottedParts.Part) throws -> [Panel] {
    let panels =
      switch self {
      case .permanences: try PermanencePlot.panels(part.reader)
      case .columns: try ColumnPlot.panels(part.reader)
      case .pools: try PoolPlot.panels(part.reader)
      case .segments: try SegmentPlot.panels(part.reader)
      case .weights: try RegressorPlot.panels(part.reader)
      }
    guard !part.name.isEmpty else { return panels }
    return panels.map { panel in
      var panel = panel
      panel.title = "\(part.name): \(panel.title)"
      return panel
    }
  }
}
