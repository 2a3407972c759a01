internal import CapnProto

/// How many synapses have which permanence.
enum PermanencePlot {
  static func panels(_ root: DynamicStruct.Reader) throws -> [Panel] {
    var histogram = Histogram(range: 0...1, bins: 100)
    var (count, connected) = (0, 0)
    let threshold =
      try root.number("synPermConnected") ?? root.number("connectedPermanence")
    func add(_ value: Double) {
      histogram.add(value)
      count += 1
      if let threshold, value >= threshold { connected += 1 }
    }
    try root.forEachSparse("permanences") { _, _, value in add(value) }
    if count == 0, let walk = try SegmentWalk(root) { try walk.forEachPermanence(add) }
    guard count > 0 else { return [] }
    var title = "Permanences of \(count) synapses"
    var layers: [Panel.Layer] = [.histogram(histogram)]
    if let threshold {
      title += ", \(connected) of them connected"
      // Only what the axis shows can be marked.
      if (0...1).contains(threshold) {
        var mark = Marks("connected from \(Float(threshold)) on")
        mark.add(threshold)
        layers.append(.marks(mark))
      }
    }
    return [
      Panel(title: title, x: Axis("permanence", range: 0...1), y: Axis("synapses"), layers: layers)
    ]
  }
}
