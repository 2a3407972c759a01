internal import Foundation

/// What programs read.
enum JSONText {
  /// A value on several lines, the members of objects in the order of their names.
  static func of(_ value: some Encodable) throws(StowFailure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
      throw .failed("\(error)")
    }
  }
}
