/// What was found about a parenthesis or a square bracket of a value.
package struct Bracket: BitwiseCopyable {
  private let word: UInt64

  package init(count: Int, isSingle: Bool, hasSuffixes: Bool) {
    word = UInt64(count) << 2 | (isSingle ? 2 : 0) | (hasSuffixes ? 1 : 0)
  }

  /// How many elements or arguments there are in it.
  package var count: Int { Int(word >> 2) }

  /// Whether it stands around a single value without a name, and so means that value.
  package var isSingle: Bool { word & 2 != 0 }

  /// Whether something is behind it that makes it a part of a larger value.
  package var hasSuffixes: Bool { word & 1 != 0 }
}

/// What is told of the brackets of a value while it is passed over.
package protocol BracketNotes: AnyObject {
  /// Takes note of a bracket that opens, and gives its number.
  func open() -> Int

  /// Takes note of what is in a bracket.
  func close(_ number: Int, _ bracket: Bracket)

  /// Takes note that the reading is at a place.
  func reach(_ place: Int)
}
