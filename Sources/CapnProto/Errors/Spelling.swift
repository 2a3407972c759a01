/// Guesses at what was meant by a word that nothing is called.
package enum Spelling {
  /// "; did you mean …?" with the nearest of the known words, or nothing where none is near.
  package static func hint(_ word: String, _ known: some Sequence<String>) -> String {
    // The words may be hostile: comparing takes the product of their lengths.
    guard word.utf8.count <= 100 else { return "" }
    let near = known.lazy.filter { $0.utf8.count <= 100 }.prefix(1000).map {
      (distance(Array(word.utf8), Array($0.utf8)), $0)
    }.min { $0.0 < $1.0 }
    guard let near, near.0 <= max(1, word.utf8.count / 3) else { return "" }
    return "; did you mean \(near.1)?"
  }

  /// How many bytes have to be put in, taken out or changed, or swapped with the next one.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var row = [index + 1]
      for (column, other) in right.enumerated() {
        var best = min(
          last[column] + (byte == other ? 0 : 1), last[column + 1] + 1, row[column] + 1)
        if index > 0, column > 0, byte == right[column - 1], left[index - 1] == other {
          best = min(best, before[column - 1] + 1)
        }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[right.count]
  }
}
