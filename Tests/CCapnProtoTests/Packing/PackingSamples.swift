import Foundation

/// A generator whose sequence is known by its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// Words of the shapes that packing tells apart.
struct PackingSamples {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Seeds for random tests: new ones in each run, or those from the environment variable
  /// `STOWAGE_TEST_SEED` on, to repeat a failure.
  static func seeds(_ count: UInt64) -> [UInt64] {
    let given = ProcessInfo.processInfo.environment["STOWAGE_TEST_SEED"].flatMap { UInt64($0) }
    let first = given ?? UInt64.random(in: 0...UInt64.max)
    return (0..<count).map { first &+ $0 }
  }

  static func words(_ values: [UInt64]) -> [UInt8] {
    values.flatMap { value in (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func word(zeroBytes: Int) -> [UInt8] {
    var bytes = (0..<8).map { _ in UInt8.random(in: 1...255, using: &generator) }
    for index in (0..<8).shuffled(using: &generator).prefix(zeroBytes) { bytes[index] = 0 }
    return bytes
  }

  /// So many words in a row of which `choice` says how many bytes are zero.
  mutating func row(_ count: Int, _ choice: (inout Self) -> Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count {
      let zeroBytes = choice(&self)
      bytes += word(zeroBytes: zeroBytes)
    }
    return bytes
  }

  /// Words of one shape, taken at random.
  mutating func sample() -> [UInt8] {
    let count = number(0...9) == 0 ? number(0...1200) : number(0...60)
    switch number(0...6) {
    case 0: return row(count) { _ in 8 }
    case 1: return row(count) { _ in 0 }
    case 2:
      let zeroBytes = number(0...8)
      return row(count) { _ in zeroBytes }
    case 3: return row(count) { $0.number(0...8) }
    case 4: return row(count) { $0.number(0...1) * 8 }
    case 5: return row(count) { $0.number(0...30) == 0 ? 2 : $0.number(0...1) }
    default:
      let lengths = [0, 1, 7, 8, 9, 254, 255, 256, 257, 510, 511, 512, 513]
      var bytes: [UInt8] = []
      for _ in 0..<3 {
        let literal = number(0...1)
        bytes += row(lengths[number(0...lengths.count - 1)]) {
          literal == 1 ? $0.number(0...1) : 8
        }
        bytes += word(zeroBytes: number(0...8))
      }
      return bytes
    }
  }

  /// Bytes that may or may not be a packed message.
  mutating func garbage(from packed: [UInt8]) -> [UInt8] {
    if packed.isEmpty || number(0...2) == 0 {
      return (0..<number(0...200)).map { _ in
        [0, 0xff, UInt8(number(0...3)), UInt8(number(0...255))][number(0...3)]
      }
    }
    var bytes = packed
    for _ in 0...number(0...5) {
      let index = number(0...bytes.count - 1)
      bytes[index] = [0, 0xff, UInt8(number(0...255))][number(0...2)]
    }
    return number(0...1) == 0 ? bytes : Array(bytes.prefix(number(0...bytes.count)))
  }
}
