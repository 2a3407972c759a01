/// Which of so many things were seen, in a bit each.
struct BitSet {
  private var words: [UInt64]

  init(_ count: Int = 0) { words = Array(repeating: 0, count: (count + 63) / 64) }

  /// Whether one was seen, which has to be one of them.
  func contains(_ index: Int) -> Bool { words[index / 64] >> UInt64(index % 64) & 1 != 0 }

  /// Notes one, which has to be one of them.
  mutating func insert(_ index: Int) { words[index / 64] |= 1 << UInt64(index % 64) }
}
