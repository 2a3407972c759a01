/// What tells a content from others, in 128 bits.
///
/// Equal contents have equal hashes, whatever file and format they are in. That different ones have
/// different hashes is certain enough against accidents, and not at all against malice: whoever
/// wants to can make contents with equal hashes.
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  private let upper: UInt64
  private let lower: UInt64

  init(_ halves: (upper: UInt64, lower: UInt64)) { (upper, lower) = halves }

  /// Takes up a hash that was written as 32 hexadecimal digits.
  public init?(_ text: String) {
    guard text.utf8.count == 32, text.allSatisfy(\.isHexDigit),
      let upper = UInt64(text.prefix(16), radix: 16), let lower = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    self.init((upper, lower))
  }

  /// The hash, written as 32 hexadecimal digits.
  public var description: String { Self.hex(upper) + Self.hex(lower) }

  private static func hex(_ half: UInt64) -> String {
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension ContentHash: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let hash = ContentHash(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a hash is 32 hexadecimal digits")
    }
    self = hash
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
