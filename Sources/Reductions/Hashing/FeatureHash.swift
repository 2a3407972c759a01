/// The hash that gives features and namespaces their numbers.
///
/// It is the low half of XXH3 as it was before version 0.8 fixed it: the crate that reductionml
/// uses never took over the final form, so that models depend on the draft.
public enum FeatureHash {
  /// The hash of a name.
  ///
  /// - Parameters:
  ///   - name: the name of a namespace, or of a feature in one.
  ///   - seed: the seed of the workspace, or the hash of the namespace.
  public static func hash(_ name: some StringProtocol, seed: UInt32) -> UInt32 {
    hash(Array(name.utf8).span, seed: seed)
  }

  @inline(__always)
  static func hash(_ name: Span<UInt8>, seed: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: wide(unsafe name.bytes, seed: UInt64(seed)))
  }

  /// The hash of a name in memory.
  @inline(__always)
  static func hash(
    _ name: UnsafePointer<UInt8>, count: Int, seed: UInt32
  ) -> UInt32 {
    let (bytes, seed) = unsafe (UnsafeRawPointer(name), UInt64(seed))
    let wide =
      count <= 16
      ? unsafe short(bytes, count, seed)
      : unsafe wide(RawSpan(_unsafeStart: bytes, byteCount: count), seed: seed)
    return UInt32(truncatingIfNeeded: wide)
  }

  /// All 64 bits of the hash.
  static func wide(_ bytes: RawSpan, seed: UInt64) -> UInt64 {
    switch bytes.byteCount {
    case 0...16:
      unsafe bytes.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return 0 }
        return unsafe short(start, bytes.count, seed)
      }
    case 17...128: upTo128(bytes, seed)
    case 129...240: upTo240(bytes, seed)
    default: long(bytes, seed)
    }
  }

  /// The hash of no more than 16 bytes.
  @inline(__always)
  private static func short(_ bytes: UnsafeRawPointer, _ count: Int, _ seed: UInt64) -> UInt64 {
    if count > 8 { return unsafe upTo16(bytes, count, seed) }
    if count > 3 { return unsafe upTo8(bytes, count, seed) }
    return count > 0 ? unsafe upTo3(bytes, count, seed) : 0
  }

  static let prime32 = (UInt64(2_654_435_761), UInt64(2_246_822_519), UInt64(3_266_489_917))
  static let prime64 = (
    UInt64(11_400_714_785_074_694_791), UInt64(14_029_467_366_897_019_727),
    UInt64(1_609_587_929_392_839_161), UInt64(9_650_029_242_287_828_579),
    UInt64(2_870_177_450_012_600_261)
  )

  @inline(__always)
  private static func upTo3(_ bytes: UnsafeRawPointer, _ count: Int, _ seed: UInt64) -> UInt64 {
    let first = unsafe UInt64(bytes.load(as: UInt8.self))
    let middle = unsafe UInt64(bytes.load(fromByteOffset: count / 2, as: UInt8.self))
    let last = unsafe UInt64(bytes.load(fromByteOffset: count - 1, as: UInt8.self))
    let combined = first | middle << 8 | last << 16 | UInt64(count) << 24
    return avalanche((combined ^ (0x396c_feb8 &+ seed)) &* prime64.0)
  }

  @inline(__always)
  private static func upTo8(_ bytes: UnsafeRawPointer, _ count: Int, _ seed: UInt64) -> UInt64 {
    let input = unsafe half(bytes, 0) | half(bytes, count - 4) << 32
    let keyed = input ^ (secret[0] &+ seed)
    let mixed = UInt64(count) &+ (keyed ^ keyed >> 51) &* prime32.0
    return avalanche((mixed ^ mixed >> 47) &* prime64.1)
  }

  @inline(__always)
  private static func upTo16(_ bytes: UnsafeRawPointer, _ count: Int, _ seed: UInt64) -> UInt64 {
    let low = unsafe word(bytes, 0) ^ (secret[0] &+ seed)
    let high = unsafe word(bytes, count - 8) ^ (secret[1] &- seed)
    return avalanche(UInt64(count) &+ low &+ high &+ folded(low, high))
  }

  private static func upTo128(_ bytes: RawSpan, _ seed: UInt64) -> UInt64 {
    let count = bytes.byteCount
    var sum = prime64.0 &* UInt64(count)
    for pair in 0..<(count + 31) / 32 {
      sum &+= mixed(bytes, 16 * pair, secret[4 * pair], secret[4 * pair + 1], seed)
      sum &+= mixed(
        bytes, count - 16 * (pair + 1), secret[4 * pair + 2], secret[4 * pair + 3], seed)
    }
    return avalanche(sum)
  }

  private static func upTo240(_ bytes: RawSpan, _ seed: UInt64) -> UInt64 {
    let count = bytes.byteCount
    var sum = prime64.0 &* UInt64(count)
    for piece in 0..<8 {
      sum &+= mixed(bytes, 16 * piece, secret[2 * piece], secret[2 * piece + 1], seed)
    }
    sum = avalanche(sum)
    for piece in 8..<count / 16 {
      let place = 16 * (piece - 8) + 3
      sum &+= mixed(bytes, 16 * piece, secret(at: place), secret(at: place + 8), seed)
    }
    sum &+= mixed(bytes, count - 16, secret(at: 119), secret(at: 127), seed)
    return avalanche(sum)
  }
}

extension FeatureHash {
  @inline(__always)
  private static func half(_ bytes: UnsafeRawPointer, _ place: Int) -> UInt64 {
    UInt64(
      UInt32(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawPointer, _ place: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  @inline(__always)
  static func word(_ bytes: RawSpan, _ place: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// 16 bytes, mixed with 16 of the secret.
  @inline(__always)
  private static func mixed(
    _ bytes: RawSpan, _ place: Int, _ low: UInt64, _ high: UInt64, _ seed: UInt64
  ) -> UInt64 {
    folded(word(bytes, place) ^ (low &+ seed), word(bytes, place + 8) ^ (high &- seed))
  }

  @inline(__always)
  static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.low ^ product.high
  }

  @inline(__always)
  static func avalanche(_ value: UInt64) -> UInt64 {
    let mixed = (value ^ value >> 37) &* prime64.2
    return mixed ^ mixed >> 32
  }
}
