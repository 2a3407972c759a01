/// Where the features of an example are in a store.
struct Extent: Sendable, Hashable, BitwiseCopyable {
  /// Where what actions share is, beside the groups of the actions.
  enum Shared: Sendable {
    case none, first, last
  }

  /// What kind of features they are.
  let type: FeaturesType

  /// The groups: one, or those of the actions and of what they share.
  var groups: Range<Int> { start..<end }

  private let start: Int
  private let end: Int

  /// Where the group of what actions share is.
  let place: Shared

  init(_ type: FeaturesType, _ groups: Range<Int>, _ shared: Shared = .none) {
    self.type = type
    start = groups.lowerBound
    end = groups.upperBound
    place = shared
  }

  /// The group of what actions share.
  var shared: Int? {
    switch place {
    case .none: nil
    case .first: start
    case .last: end - 1
    }
  }

  /// The groups of the actions.
  var actions: Range<Int> {
    switch place {
    case .none: groups
    case .first: start + 1..<end
    case .last: start..<end - 1
    }
  }
}
