/// How far the reading of a text is that is read twice, once to check it and once to build of it.
final class SpoolProgress {
  private static let step = 1 << 20

  private let body: (Int) -> Void
  private var reached = 0
  private var told = 0

  /// - Parameter body: is told how many bytes of the text were done since it was called last.
  init(_ body: @escaping (Int) -> Void) { self.body = body }

  /// Notes that the reading is at a place.
  @inline(__always)
  func reach(_ place: Int) { if place >= reached { tell(place) } }

  @inline(never)
  private func tell(_ place: Int) {
    reached = place + Self.step
    let done = place / 2
    body(done - told)
    told = done
  }

  /// Begins the second reading of so many bytes.
  func beginAgain(_ count: Int) {
    tell(count)
    (reached, told) = (0, 0)
  }

  /// Ends the second reading.
  func end(_ count: Int) {
    body(count - count / 2 - told)
    told = count
  }
}
