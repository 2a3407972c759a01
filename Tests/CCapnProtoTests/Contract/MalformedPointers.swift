/// Words of pointers that lead nowhere good, for slot 0 of a root struct with one pointer.
enum MalformedPointers {
  static let rootOfOnePointer: UInt64 = 1 << 48

  /// A struct of one word, 4096 words behind the pointer.
  static let beyondTheEnd: UInt64 = 1 << 32 | 4096 << 2

  /// With what is wrong with each.
  static let all: [(name: String, words: [UInt64])] = [
    ("a struct beyond the end", [beyondTheEnd]),
    ("a struct before the start", [1 << 32 | UInt64(UInt32(truncatingIfNeeded: -100 << 2))]),
    ("a struct that is too long", [0xffff_ffff << 32]),
    ("bytes beyond the end", [list(size: 2, count: 9, offset: 0), 0]),
    ("as many words as can be", [list(size: 5, count: 1 << 29 - 1, offset: 0)]),
    ("voids beyond the end", [list(size: 0, count: 5, offset: 1000)]),
    ("structs beyond the end", [list(size: 7, count: 9, offset: 0), tag(1, 1, 0), 0]),
    ("structs with more than the words", [list(size: 7, count: 1, offset: 0), tag(9, 1, 0), 0]),
    (
      "structs whose number overflows",
      [
        list(size: 7, count: 1, offset: 0), tag(1 << 29 + 1, 0xffff, 0xffff), 0,
      ]
    ),
    ("structs whose tag is a list", [list(size: 7, count: 1, offset: 0), 1, 0]),
    ("a text without an end", [list(size: 2, count: 8, offset: 0), .max]),
    ("a far pointer to no segment", [9 << 32 | 2]),
    ("a far pointer beyond the end", [900 << 3 | 2]),
    ("a far pointer to itself", [1 << 3 | 2]),
    ("a double far pointer beyond the end", [900 << 3 | 6]),
    ("a double far pointer to half a pad", [2 << 3 | 6, 0 | 2]),
    ("a double far pointer to no far pointer", [2 << 3 | 6, 0, 0]),
    ("a double far pointer into no segment", [2 << 3 | 6, 7 << 32 | 2, 1]),
    ("a capability", [5 << 32 | 3]),
    ("an unknown pointer", [5 << 32 | 7]),
  ]

  private static func list(size: UInt64, count: UInt64, offset: UInt64) -> UInt64 {
    1 | offset << 2 | size << 32 | count << 35
  }

  private static func tag(_ count: UInt64, _ data: UInt64, _ pointers: UInt64) -> UInt64 {
    (count << 2 & 0xffff_ffff) | data << 32 | pointers << 48
  }
}
