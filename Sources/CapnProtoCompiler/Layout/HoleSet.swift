/// The unused parts of data words: at most one of each size, by the logarithm of its bits.
struct HoleSet {
  /// Where the hole of each size is, in units of that size; zero for none, since offset zero of
  /// anything is used first.
  private var holes = [0, 0, 0, 0, 0, 0]

  mutating func allocate(_ size: Int) -> Int? {
    guard size < holes.count else { return nil }
    if holes[size] != 0 {
      defer { holes[size] = 0 }
      return holes[size]
    }
    guard let larger = allocate(size + 1) else { return nil }
    holes[size] = larger * 2 + 1
    return larger * 2
  }

  mutating func addAtEnd(_ size: Int, _ offset: Int, limit: Int = 6) {
    var (size, offset) = (size, offset)
    while size < min(limit, holes.count) {
      holes[size] = offset
      size += 1
      offset = (offset + 1) / 2
    }
  }

  mutating func expand(_ size: Int, _ offset: Int, by factor: Int) -> Bool {
    if factor == 0 { return true }
    guard size < holes.count, holes[size] == offset + 1 else { return false }
    guard expand(size + 1, offset >> 1, by: factor - 1) else { return false }
    holes[size] = 0
    return true
  }

  func smallest(atLeast size: Int) -> Int? {
    size < holes.count ? (size..<holes.count).first { holes[$0] != 0 } : nil
  }
}
