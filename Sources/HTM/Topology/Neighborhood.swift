/// The places around a place in a space of any number of dimensions.
struct Neighborhood: Sendable {
  private let dimensions: [Int]
  private let wraps: Bool

  init(_ dimensions: [Int], wraps: Bool) {
    self.dimensions = dimensions
    self.wraps = wraps
  }

  /// Calls the body with each place in reach of a place, that one too.
  ///
  /// The order is that of NuPIC, for which it matters: rows first, from the place minus the radius
  /// on, also where that is beyond the edge and comes in from the other side.
  func forEach(around center: Int, radius: Int, _ body: (Int) -> Void) {
    if dimensions.count == 1 {
      let (start, count) = extent(center, dimensions[0], radius)
      var place = start
      for _ in 0..<count {
        body(place)
        place += 1
        if place == dimensions[0] { place = 0 }
      }
      return
    }
    var starts: [Int] = []
    var counts: [Int] = []
    for (index, dimension) in zip(coordinates(center), dimensions) {
      let (start, count) = extent(index, dimension, radius)
      starts.append(start)
      counts.append(count)
    }
    walk(0, 0, starts, counts, body)
  }

  private func walk(
    _ axis: Int, _ base: Int, _ starts: [Int], _ counts: [Int], _ body: (Int) -> Void
  ) {
    guard axis < dimensions.count else { return body(base) }
    var place = starts[axis]
    for _ in 0..<counts[axis] {
      walk(axis + 1, base * dimensions[axis] + place, starts, counts, body)
      place += 1
      if place == dimensions[axis] { place = 0 }
    }
  }

  /// Where the reach begins on an axis, and how far it goes.
  private func extent(_ center: Int, _ dimension: Int, _ radius: Int) -> (start: Int, count: Int) {
    let radius = min(radius, 1 << 40)
    if wraps {
      let start = (center - radius) % dimension
      return (start < 0 ? start + dimension : start, min(2 * radius + 1, dimension))
    }
    let start = max(0, center - radius)
    return (start, min(dimension - 1, center + radius) - start + 1)
  }

  func coordinates(_ place: Int) -> [Int] {
    var rest = place
    var coordinates = dimensions
    for axis in dimensions.indices.reversed() {
      coordinates[axis] = rest % dimensions[axis]
      rest /= dimensions[axis]
    }
    return coordinates
  }
}
