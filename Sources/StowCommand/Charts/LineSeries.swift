/// Points that a line goes through, of which there may be any number.
///
/// Of millions of points a picture shows no more than the least and the greatest in each column of
/// pixels, so no more than these are kept: points that are next to each other are put together,
/// more of them the more there are. A point that is not a number makes a gap in the line.
struct LineSeries {
  /// Points that are next to each other.
  private struct Bucket {
    var firstX: Double
    var lastX: Double
    var first: Double
    var last: Double
    var least: Double
    var greatest: Double
    /// Whether the least comes before the greatest.
    var leastIsFirst: Bool
    var count = 1

    init(_ x: Double, _ y: Double) {
      (firstX, lastX, first, last, least, greatest) = (x, x, y, y, y, y)
      leastIsFirst = true
    }

    var isGap: Bool { first.isNaN }

    mutating func add(_ next: Bucket) {
      lastX = max(lastX, next.lastX)
      count += next.count
      // A gap is only kept where it stands by itself, as a column of pixels has no room for one.
      guard !next.isGap else { return }
      guard !isGap else {
        let (x, all) = (firstX, count)
        self = next
        (firstX, count) = (x, all)
        return
      }
      if next.least < least { (least, leastIsFirst) = (next.least, false) }
      if next.greatest > greatest { (greatest, leastIsFirst) = (next.greatest, true) }
      last = next.last
    }
  }

  /// From how many points on the line is thin, as it would fill the ground else.
  private static let dense = 2000

  /// What the legend says.
  let name: String

  /// How many buckets there are at the most: about twice as many as columns of pixels.
  private let most: Int
  private var buckets: [Bucket] = []
  /// How many points go into a bucket.
  private var size = 1
  private(set) var xExtent: ClosedRange<Double>?
  private(set) var yExtent: ClosedRange<Double>?
  private(set) var positiveYExtent: ClosedRange<Double>?
  /// How many points were added.
  private(set) var count = 0

  /// - Parameters:
  ///   - name: what the legend says.
  ///   - columns: how many points of the x axis are told apart, at the least.
  init(_ name: String = "", columns: Int = 1024) {
    self.name = name
    most = max(2, columns) * 2
  }

  /// Adds the next point; those with an infinite y are a gap as well.
  ///
  /// The values of x have to grow; a point whose x is no number is left out.
  mutating func add(_ x: Double, _ y: Double) {
    guard x.isFinite else { return }
    count += 1
    xExtent = Self.extended(xExtent, x)
    let y = y.isFinite ? y : .nan
    if !y.isNaN {
      yExtent = Self.extended(yExtent, y)
      if y > 0 { positiveYExtent = Self.extended(positiveYExtent, y) }
    }
    let point = Bucket(x, y)
    if let last = buckets.last, last.count < size {
      buckets[buckets.count - 1].add(point)
    } else {
      buckets.append(point)
      if buckets.count > most { halve() }
    }
  }

  private mutating func halve() {
    var halved: [Bucket] = []
    halved.reserveCapacity(most + 1)
    for index in stride(from: 0, to: buckets.count, by: 2) {
      var bucket = buckets[index]
      if index + 1 < buckets.count { bucket.add(buckets[index + 1]) }
      halved.append(bucket)
    }
    buckets = halved
    size *= 2
  }

  private static func extended(
    _ range: ClosedRange<Double>?, _ value: Double
  ) -> ClosedRange<Double> {
    guard let range else { return value...value }
    return min(range.lowerBound, value)...max(range.upperBound, value)
  }

  func draw(on canvas: inout SVGCanvas, _ area: Area, color: Int) {
    var path = ""
    var isDown = false
    for bucket in buckets {
      guard !bucket.isGap, area.y.scale != .logarithmic || bucket.greatest > 0 else {
        isDown = false
        continue
      }
      let x = area.place(x: bucket.firstX / 2 + bucket.lastX / 2)
      let turns =
        bucket.leastIsFirst ? [bucket.least, bucket.greatest] : [bucket.greatest, bucket.least]
      var places = ([bucket.first] + turns + [bucket.last]).map { Number.of(area.place(y: $0)) }
      places = places.indices.filter { $0 == 0 || places[$0] != places[$0 - 1] }.map { places[$0] }
      for place in places {
        path += (isDown ? "L" : "M") + "\(Number.of(x)) \(place)"
        isDown = true
      }
    }
    // One point by itself would not be seen as a line.
    if count == 1, let bucket = buckets.first, !bucket.isGap {
      canvas.circle(area.place(x: bucket.firstX), area.place(y: bucket.first), 3, color)
    } else if !path.isEmpty {
      canvas.path(path, count > Self.dense ? .thinLine(color) : .line(color))
    }
  }
}
