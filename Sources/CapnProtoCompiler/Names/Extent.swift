/// The size and the depth of a type that is written out.
struct Extent {
  /// Counting further would serve nothing, and could overflow.
  private static let cap = 1 << 30

  var size: Int
  var depth: Int

  init(around parts: [Extent] = []) {
    size = parts.reduce(1) { min(Self.cap, $0 + $1.size) }
    depth = min(Self.cap, 1 + (parts.map(\.depth).max() ?? 0))
  }
}
