internal import CapnProto
internal import Foundation

/// Guesses the format of input from how it begins.
enum FormatGuess {
  /// The format that the input looks like, nil where it could well be the expected one.
  ///
  /// - Parameters:
  ///   - expected: what it should be.
  ///   - start: how it begins.
  ///   - total: how many bytes of it are known to be there.
  static func other(
    than expected: MessageFormat, _ start: Data, of total: Int
  ) -> MessageFormat? {
    guard !start.isEmpty, !fits(expected, start, total) else { return nil }
    let known: [MessageFormat] = [.text, .json, .binary, .packed, .flat, .flatPacked]
    return known.first { fits($0, start, total) }
  }

  private static func fits(_ format: MessageFormat, _ start: Data, _ total: Int) -> Bool {
    switch format {
    case .text: firstCharacters(start, startWith: ["(", "#"])
    case .json: firstCharacters(start, startWith: ["{"])
    case .binary: isFrame(start, of: total)
    case .packed:
      // What is packed is hardly ever less than a sixteenth of what it was.
      (try? unpacked(start)).map { isFrame($0, of: total * 16) } ?? false
    case .flat, .canonical: isRoot(start)
    case .flatPacked: (try? unpacked(start)).map(isRoot) ?? false
    }
  }

  private static func firstCharacters(_ start: Data, startWith marks: [Character]) -> Bool {
    let text = String(decoding: start.prefix(4096), as: UTF8.self)
    guard let first = text.first(where: { !$0.isWhitespace }) else { return true }
    return marks.contains(first)
  }

  /// As many whole words as the first packed bytes hold.
  private static func unpacked(_ start: Data) throws -> Data {
    var rest = start.prefix(64)
    while !rest.isEmpty {
      if let words = try? PackedWords.unpack(rest, maximumBytes: 1 << 20) { return words }
      rest = rest.dropLast()
    }
    return Data()
  }

  /// Whether words begin with a segment table that a message may have, and a root pointer.
  ///
  /// - Parameter total: about how much of the input is there by now.
  private static func isFrame(_ bytes: Data, of total: Int) -> Bool {
    guard bytes.count >= 8 else { return false }
    let words = [UInt8](bytes.prefix(4096))
    func number(_ index: Int) -> Int? {
      guard words.count >= index * 4 + 4 else { return nil }
      return (0..<4).reduce(0) { $0 | Int(words[index * 4 + $1]) << ($1 * 8) }
    }
    guard let last = number(0), last < 512 else { return false }
    let sizes = (0...last).compactMap { number($0 + 1) }
    guard sizes.count == last + 1 else { return true }
    // What has hardly begun is not cut off, but another format.
    let claimed = sizes.reduce(0, +) * 8
    guard let first = sizes.first, first > 0, claimed / 64 <= total else { return false }
    return isRoot(bytes.dropFirst((last + 3) / 2 * 8))
  }

  /// Whether the first word may be a root pointer.
  private static func isRoot(_ bytes: Data) -> Bool {
    guard bytes.count >= 8 else { return bytes.isEmpty }
    let word = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    // A far pointer may lead anywhere, but a struct or a list is not far, and nothing else is first.
    return word & 3 == 2 || word & 3 != 3 && (word & 0xFFFF_FFFF) >> 2 < 1 << 16
  }
}
