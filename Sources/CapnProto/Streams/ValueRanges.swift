internal import CapnProtoSyntax
package import Foundation

/// Finds values in text or JSON that follow one another in memory, or in a file that is mapped,
/// without a copy of any.
package struct ValueRanges {
  private static let step = 64 << 20

  private let bytes: SharedBytes
  private var place = 0
  private var nextLine = 1

  /// The line on which the last value begins that was found, counted from one.
  package private(set) var line = 1

  /// Starts at the beginning of some bytes.
  package init(_ bytes: Data) { self.bytes = SharedBytes(bytes) }

  /// Where the next value is; nil where there are only white space and comments.
  ///
  /// What is no complete value goes on to the end.
  ///
  /// - Parameter passed: is called now and then, as a value may be larger than the memory.
  package mutating func next(passed: () -> Void = {}) -> Range<Int>? {
    var scan = ValueScan()
    var start = place
    while place < bytes.count, !scan.isComplete {
      let byte = bytes[place]
      scan.pass(byte)
      place += 1
      if byte == 0x0A { nextLine += 1 }
      if scan.isBlank { (start, line) = (place, nextLine) }
      if place % Self.step == 0 { passed() }
    }
    return scan.isBlank ? nil : start..<place
  }
}
