internal import Foundation
internal import Reductions

/// Finds the examples in files: each a line, or lines up to an empty one.
struct ChunkReader {
  /// A longer example is a file of another kind.
  private static let limit = 1 << 28

  private let input: DataInput
  private let isMultiline: Bool
  private(set) var bytes: [UInt8] = []
  /// Where what was not given yet begins.
  private var start = 0
  /// Where the example that is being found begins.
  private var kept = 0
  private var isOpen = false
  /// The line of its file that the last example began in.
  private(set) var line = 0
  private var nextLine = 1

  init(_ input: DataInput, isMultiline: Bool) {
    self.input = input
    self.isMultiline = isMultiline
  }

  /// Where the example is, for messages.
  var place: String { "\(input.name), line \(line)" }

  /// Where the next example is in `bytes`, nil at the end of the last file.
  mutating func next() throws(StowFailure) -> Range<Int>? {
    while true {
      if !isOpen {
        guard try input.openNext() else { return nil }
        isOpen = true
        nextLine = 1
        bytes.removeAll(keepingCapacity: true)
        (start, kept) = (0, 0)
      }
      if let chunk = try next(reading: true) { return chunk }
      isOpen = false
    }
  }

  /// Where the next example is in `bytes`, nil where not all of it was read yet.
  mutating func nextRead() throws(StowFailure) -> Range<Int>? {
    let before = (start, kept, line, nextLine)
    if let chunk = try next(reading: false) { return chunk }
    (start, kept, line, nextLine) = before
    return nil
  }

  @inline(__always)
  private mutating func next(reading: Bool) throws(StowFailure) -> Range<Int>? {
    isMultiline ? try nextLines(reading) : try nextFilled(reading)
  }

  /// The next line that is not empty, without white space at its end.
  private mutating func nextFilled(_ reading: Bool) throws(StowFailure) -> Range<Int>? {
    while true {
      kept = start
      guard let range = try takeLine(reading) else { return nil }
      line = nextLine
      nextLine += 1
      let content = trimmed(range)
      if !content.isEmpty { return content }
    }
  }

  /// The next lines up to an empty one, or to the end.
  private mutating func nextLines(_ reading: Bool) throws(StowFailure) -> Range<Int>? {
    guard let first = try nextFilled(reading) else { return nil }
    var count = first.count
    while let range = try takeLine(reading) {
      nextLine += 1
      let content = trimmed(range)
      if content.isEmpty { return kept..<(kept + count) }
      count = content.upperBound - kept
    }
    return reading ? kept..<(kept + count) : nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] <= 32 { end -= 1 }
    return range.lowerBound..<end
  }

  /// The next line without its line feed, nil at the end.
  ///
  /// More is read where it is needed and allowed, and what is kept moves to the front then.
  private mutating func takeLine(_ reading: Bool) throws(StowFailure) -> Range<Int>? {
    var searched = start
    while true {
      if let end = newline(from: searched) {
        defer { start = end + 1 }
        return start..<end
      }
      guard reading else { return nil }
      searched = bytes.count
      guard bytes.count - kept <= Self.limit else {
        throw .failed("\(input.name), line \(nextLine): an example has more than 256 MiB")
      }
      if kept > 0 {
        bytes.removeSubrange(..<kept)
        (start, searched, kept) = (start - kept, searched - kept, 0)
      }
      if try input.append(to: &bytes) { continue }
      guard start < bytes.count else { return nil }
      defer { start = bytes.count }
      return start..<bytes.count
    }
  }

  private func newline(from place: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, place < buffer.count,
        let found = unsafe memchr(base + place, 10, buffer.count - place)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}
