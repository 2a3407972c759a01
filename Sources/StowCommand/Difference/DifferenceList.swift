/// The differences between two files, as many as are wanted.
final class DifferenceList {
  private let limit: Int
  private(set) var shown: [Difference] = []
  private(set) var count = 0

  init(limit: Int) { self.limit = limit }

  func add(_ difference: @autoclosure () throws -> Difference) rethrows {
    count += 1
    if shown.count < limit { shown.append(try difference()) }
  }
}
