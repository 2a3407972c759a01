// Names of more than 240 bytes are taken in stripes of 64.
extension FeatureHash {
  private static let stripe = 64
  /// The stripes that go by before the secret is used up.
  private static let stripesPerBlock = (192 - stripe) / 8

  static func long(_ bytes: RawSpan, _ seed: UInt64) -> UInt64 {
    let key = seeded(seed)
    var sums: [8 of UInt64] = [
      prime32.2, prime64.0, prime64.1, prime64.2, prime64.3, prime32.1, prime64.4, prime32.0,
    ]
    let count = bytes.byteCount
    for stripe in 0..<count / Self.stripe {
      let inBlock = stripe % stripesPerBlock
      accumulate(&sums, bytes, Self.stripe * stripe, key, 8 * inBlock)
      if inBlock == stripesPerBlock - 1 { scramble(&sums, key) }
    }
    // A name of whole stripes has no other end than the last of them.
    if count % stripe != 0 { accumulate(&sums, bytes, count - stripe, key, 192 - stripe - 7) }
    var sum = prime64.0 &* UInt64(count)
    for pair in 0..<4 {
      sum &+= folded(
        sums[2 * pair] ^ word(key, 11 + 16 * pair), sums[2 * pair + 1] ^ word(key, 19 + 16 * pair))
    }
    return avalanche(sum)
  }

  private static func accumulate(
    _ sums: inout [8 of UInt64], _ bytes: RawSpan, _ place: Int, _ key: [UInt8], _ keyPlace: Int
  ) {
    for lane in 0..<8 {
      let input = word(bytes, place + 8 * lane)
      let keyed = input ^ word(key, keyPlace + 8 * lane)
      sums[lane] &+= input &+ (keyed & 0xFFFF_FFFF) &* (keyed >> 32)
    }
  }

  private static func scramble(_ sums: inout [8 of UInt64], _ key: [UInt8]) {
    for lane in 0..<8 {
      let keyed = sums[lane] ^ sums[lane] >> 47 ^ word(key, 192 - stripe + 8 * lane)
      sums[lane] = keyed &* prime32.0
    }
  }

  private static func word(_ key: [UInt8], _ place: Int) -> UInt64 {
    word(unsafe key.span.bytes, place)
  }

  /// The secret, changed by a seed.
  private static func seeded(_ seed: UInt64) -> [UInt8] {
    (0..<24).flatMap { index in
      let value = index % 2 == 0 ? secret[index] &+ seed : secret[index] &- seed
      return (0..<8).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }
  }
}
