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

  /// How many bytes have to be put in, taken out or changed.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let change = diagonal + (byte == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
