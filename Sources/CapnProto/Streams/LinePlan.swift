/// Which lists and structs of a text get several lines, in the order in which they begin.
///
/// It is found out by writing the text once without keeping it, as that is known of each at its end,
/// and has to be known at its beginning.
struct LinePlan {
  private var words: [UInt64] = []
  private var count = 0
  private var position = 0

  /// Notes the beginning of a list or struct, and gives its number.
  mutating func begin() -> Int {
    if count >> 6 == words.count { words.append(0) }
    count += 1
    return count - 1
  }

  /// Notes that one gets several lines.
  mutating func breakLines(of number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  /// Whether the next one gets several lines.
  mutating func next() -> Bool {
    guard position < count else { return false }
    defer { position += 1 }
    return words[position >> 6] >> UInt64(position & 63) & 1 != 0
  }
}
