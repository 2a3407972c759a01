internal import CapnProto

/// How many segments the cells of a temporal memory have, and how many synapses these.
enum SegmentPlot {
  private static let most = 1 << 24

  static func panels(_ root: DynamicStruct.Reader) throws -> [Panel] {
    guard let walk = try SegmentWalk(root), walk.cellCount > 0 else { return [] }
    var (perCell, perSegment): ([Int: Int], [Int: Int]) = ([:], [:])
    var (segments, synapses, used) = (0, 0, 0)
    var raster: Raster?
    let height = Int(try root.number("cellsPerColumn") ?? 0)
    if height > 0, walk.cellCount % height == 0, walk.cellCount / height > 1, height < most {
      raster = Raster(columns: walk.cellCount / height, rows: height, legend: "segments")
    }
    try walk.forEach { cell, count in
      perCell[count, default: 0] += 1
      segments += count
      used += count > 0 ? 1 : 0
      if count > 0, height > 0 {
        raster?.add(Double(count), column: cell / height, row: cell % height)
      }
    } segment: { list in
      let count = list.map { $0.hasEmptyElements ? 0 : $0.count } ?? 0
      perSegment[count, default: 0] += 1
      synapses += count
    }
    var panels = [
      Panel(
        title: "Segments per cell: \(segments) in \(used) of \(walk.cellCount) cells",
        x: Axis("segments of a cell", .whole), y: Axis("cells", .logarithmic), height: 190,
        layers: [.histogram(histogram(perCell))])
    ]
    if segments > 0 {
      panels.append(
        Panel(
          title: "Synapses per segment: \(synapses) in all",
          x: Axis("synapses of a segment", .whole), y: Axis("segments", .whole), height: 190,
          layers: [.histogram(histogram(perSegment))]))
      if let raster {
        panels.append(
          Panel(
            title: "Where the segments are", x: Axis("column", .whole),
            y: Axis("cell in the column", .whole), height: 190, layers: [.raster(raster)]))
      }
    }
    return panels
  }

  private static func histogram(_ counts: [Int: Int]) -> Histogram {
    var histogram = Histogram(range: 0...Double(max(counts.keys.max() ?? 0, 3)), isWhole: true)
    for (value, times) in counts { histogram.add(Double(value), times: times) }
    return histogram
  }
}
