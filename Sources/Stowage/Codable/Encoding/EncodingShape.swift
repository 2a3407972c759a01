/// The keys of records, as a tree: each way from the root is the keys of some record so far.
///
/// Records of one type mostly take a way that another one took before them, and so share their keys
/// with it, fields that are missing here and there included.
final class EncodingShape {
  /// The last key on the way.
  let name: String
  private let key: Value
  private let previous: EncodingShape?
  private let count: Int

  /// Where the last record went on.
  fileprivate(set) var next: EncodingShape?
  private var others: [EncodingShape] = []
  private var made: Table?

  /// Starts a tree.
  init() { (name, key, previous, count) = ("", .null, nil, 0) }

  private init(_ name: String, _ key: Value, after previous: EncodingShape) {
    (self.name, self.key, self.previous) = (name, key, previous)
    count = previous.count + 1
  }

  // Keys of all kinds would grow the tree without end.
  private static let ways = 16
  private static let longest = 256

  /// Goes on with another key than last time; nil where the key was there before, or where there
  /// are too many ways to remember.
  func step(_ name: String, _ key: @autoclosure () -> Value) -> EncodingShape? {
    if let known = others.first(where: { $0.name.isSame(as: name) }) {
      next = known
      return known
    }
    guard others.count < Self.ways, count < Self.longest, !contains(name) else { return nil }
    let fresh = EncodingShape(name, key(), after: self)
    others.append(fresh)
    next = fresh
    return fresh
  }

  private func contains(_ name: String) -> Bool {
    var shape = self
    while let previous = shape.previous {
      if shape.name == name { return true }
      shape = previous
    }
    return false
  }

  /// The names of all keys on the way.
  var names: [String] { way.map(\.name) }

  private var way: [EncodingShape] {
    var way: [EncodingShape] = []
    var shape = self
    while let previous = shape.previous {
      way.append(shape)
      shape = previous
    }
    return way.reversed()
  }

  /// A table with the keys, to make others like it.
  var table: Table {
    if let made { return made }
    let table = Table(distinct: way.map(\.key), Array(repeating: .null, count: count))
    made = table
    return table
  }
}
