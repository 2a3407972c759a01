internal import CapnProto
internal import Stowage

/// What can be drawn of a model.
enum PlotSubject: String, CaseIterable {
  case permanences
  case columns
  case pools
  case segments
  case weights

  /// The panels for an object; none where it has nothing of the kind.
  func panels(_ object: FileObject) throws -> [Panel] {
    guard self != .weights else { return try NumberPlot(object, path: nil).panels }
    guard let root = try object.root else { return [] }
    return switch self {
    case .permanences: try PermanencePlot.panels(root)
    case .columns: try ColumnPlot.panels(root)
    case .pools: try PoolPlot.panels(root)
    case .segments: try SegmentPlot.panels(root)
    case .weights: []
    }
  }
}
