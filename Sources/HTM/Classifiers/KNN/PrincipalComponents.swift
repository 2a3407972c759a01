/// The directions in which patterns differ most.
struct PrincipalComponents: Sendable, Hashable {
  /// How much they differ in each direction.
  var s: [Double]

  /// The directions, one for each row.
  var vt: [[Double]]

  /// What is subtracted first.
  var mean: [Double]

  init(s: [Double], vt: [[Double]], mean: [Double]) {
    self.s = s
    self.vt = vt
    self.mean = mean
  }

  /// The components of rows that are equally long, of which there is at least one.
  init(of rows: [[Double]]) {
    let width = rows.first?.count ?? 0
    let mean = (0..<width).map { column in
      rows.reduce(0) { $0 + $1[column] } / Double(rows.count)
    }
    let centered = rows.map { row in zip(row, mean).map { $0 - $1 } }
    // Rotations that make the shorter side's vectors orthogonal.
    let isWide = rows.count < width
    var vectors =
      isWide ? centered : (0..<width).map { column in centered.map { $0[column] } }
    let rotations = Self.orthogonalize(&vectors)
    let lengths = vectors.map { Self.dot($0, $0).squareRoot() }
    let order = lengths.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
    let sizes = order.map { lengths[$0] }
    let least = (sizes.first ?? 0) * 1e-13
    let directions = order.map { index in
      guard isWide else { return rotations[index] }
      // A direction in which nothing differs is not found from here.
      return vectors[index].map { lengths[index] > least ? $0 / lengths[index] : 0 }
    }
    self.init(s: sizes, vt: directions, mean: mean)
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Turns pairs of vectors until all are orthogonal, and tells what became of the unit vectors.
  private static func orthogonalize(_ vectors: inout [[Double]]) -> [[Double]] {
    let count = vectors.count
    var units = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0.0 } }
    for _ in 0..<60 {
      var isDone = true
      for left in 0..<count {
        for right in left + 1..<max(count, left + 1) {
          let product = dot(vectors[left], vectors[right])
          let (alpha, beta) = (
            dot(vectors[left], vectors[left]), dot(vectors[right], vectors[right])
          )
          guard abs(product) > 1e-15 * (alpha * beta).squareRoot(), product != 0 else { continue }
          isDone = false
          let zeta = (beta - alpha) / (2 * product)
          let tangent =
            (zeta < 0 ? -1 : 1) / (abs(zeta) + (1 + zeta * zeta).squareRoot())
          let cosine = 1 / (1 + tangent * tangent).squareRoot()
          rotate(&vectors, left, right, cosine, cosine * tangent)
          rotate(&units, left, right, cosine, cosine * tangent)
        }
      }
      if isDone { break }
    }
    return units
  }

  private static func rotate(
    _ vectors: inout [[Double]], _ left: Int, _ right: Int, _ cosine: Double, _ sine: Double
  ) {
    for index in vectors[left].indices {
      let (x, y) = (vectors[left][index], vectors[right][index])
      vectors[left][index] = cosine * x - sine * y
      vectors[right][index] = sine * x + cosine * y
    }
  }

  mutating func keep(_ count: Int) { vt = Array(vt.prefix(count)) }

  /// How many there are before the first that is below a part of the largest.
  func count(above fraction: Double) -> Int {
    guard let largest = s.first else { return 0 }
    return s.firstIndex { $0 / largest < fraction } ?? max(0, s.count - 1)
  }

  func reduced(_ pattern: [Double]) -> [Double] {
    let centered = zip(pattern, mean).map { $0 - $1 }
    return vt.map { Self.dot($0, centered) }
  }
}
