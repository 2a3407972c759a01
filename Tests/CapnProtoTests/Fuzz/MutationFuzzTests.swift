import CapnProto
import Foundation
import Testing

/// Damages whole messages at random, framed and packed.
///
/// The seed of a failure is shown; `STOWAGE_TEST_SEED` in the environment repeats it.
@Suite(.timeLimit(.minutes(60)))
struct MutationFuzzTests {
  private static let seeds: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    if let given = environment["STOWAGE_TEST_SEED"].flatMap({ UInt64($0) }) { return [given] }
    let first = UInt64.random(in: 0...UInt64.max / 2)
    return (0..<(PointerFuzzTests.isFull ? 20_000 : 200)).map { first + $0 }
  }()

  private static let options = ReaderOptions(
    traversalLimit: .bytes(32 << 10), nestingLimit: 12, maximumMessageBytes: 1 << 20)

  private static let types: [any Walkable.Type] = [Node.self, List<Node>.self, AnyPointer.self]

  /// A message in one segment, or in many small ones.
  private func message(_ random: inout Mutator) throws -> MessageBuilder {
    let builder = MessageBuilder(
      firstSegmentWords: random.oneIn(2) ? 1024 : random.number(1...40), growth: .fixed)
    let node = try builder.initRoot(Wrapper<Node>.self).initValue()
    try node.fillForFuzzing()
    for child in try node.initOthers(count: random.number(0...3)) {
      if random.oneIn(2) { try child.fillForFuzzing() }
      try child.initChild().setReals((0..<random.number(0...9)).map(Double.init))
    }
    return builder
  }

  @Test func framed() throws {
    let memory = GuardedMemory(capacity: 1 << 16)
    for seed in Self.seeds {
      var random = Mutator(seed: seed)
      let bytes = random.damage(Array(try message(&random).bytes()))
      let placed = unsafe bytes.withUnsafeBytes {
        unsafe memory.place($0, against: random.oneIn(4) ? .start : .end)
      }
      try Examination(
        open: { unsafe try Message(unsafeBytesNoCopy: placed, options: Self.options) },
        label: { "STOWAGE_TEST_SEED=\(seed)" }
      ).examineIfOpen(as: Self.types)
    }
  }

  @Test func packed() throws {
    let memory = GuardedMemory(capacity: 1 << 16)
    for seed in Self.seeds {
      var random = Mutator(seed: seed)
      let bytes = random.damage(Array(try message(&random).packedBytes()))
      let placed = unsafe bytes.withUnsafeBytes { unsafe memory.place($0, against: .end) }
      try Examination(
        open: { unsafe try Message(packed: placed, options: Self.options) },
        label: { "STOWAGE_TEST_SEED=\(seed)" }
      ).examineIfOpen(as: Self.types)
    }
  }

  /// Several messages after another, damaged as one.
  @Test func streams() throws {
    for seed in Self.seeds {
      var random = Mutator(seed: seed)
      var bytes: [UInt8] = []
      let isPacked = random.oneIn(2)
      for _ in 0..<random.number(1...3) {
        let message = try message(&random)
        bytes += try isPacked ? message.packedBytes() : message.bytes()
      }
      bytes = random.damage(bytes)
      var decoder = MessageDecoder(packed: isPacked, options: Self.options)
      var rest = bytes[...]
      var count = 0
      do throws(CapnProtoError) {
        while !rest.isEmpty {
          let part = rest.prefix(random.number(1...2000))
          rest = rest.dropFirst(part.count)
          decoder.append(part)
          while let message = try decoder.next() {
            count += 1
            var walker = Walker()
            AnyPointer.walk(message.root, with: &walker)
          }
        }
        try decoder.finish()
      } catch {
        #expect(error.code != .invalidArgument, "STOWAGE_TEST_SEED=\(seed)")
      }
      // The least that a message takes is two bytes, packed.
      #expect(count <= bytes.count / 2, "STOWAGE_TEST_SEED=\(seed)")
    }
  }
}

extension Examination {
  fileprivate func examineIfOpen(as types: [any Walkable.Type]) throws {
    do {
      _ = try open()
    } catch is CapnProtoError {
      return
    }
    try examine(as: types)
  }
}

/// Damages bytes in ways that are known by the seed.
struct Mutator {
  private var generator: SplitMix

  init(seed: UInt64) { generator = SplitMix(state: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func oneIn(_ count: Int) -> Bool { number(1...count) == 1 }

  /// Changes bits, bytes, words and the length, a few times over.
  mutating func damage(_ sound: [UInt8]) -> [UInt8] {
    var bytes = sound
    for _ in 0..<number(0...6) where !bytes.isEmpty {
      let at = number(0...bytes.count - 1)
      switch number(0...7) {
      case 0, 1: bytes[at] ^= 1 << UInt8(number(0...7))
      case 2: bytes[at] = [0, 1, 0x7f, 0x80, 0xff][number(0...4)]
      case 3: bytes[at] = UInt8(number(0...255))
      case 4 where oneIn(3): bytes.removeLast(bytes.count - at)
      case 4: splice(&bytes, at / 8 * 8, unit: 8)
      case 5: splice(&bytes, at, unit: 1)
      case 6: for index in at..<min(at + 8, bytes.count) { bytes[index] = oneIn(2) ? 0 : 0xff }
      default: bytes.swapAt(at, number(0...bytes.count - 1))
      }
    }
    return bytes
  }

  /// Copies, moves in or takes out a few bytes or words.
  private mutating func splice(_ bytes: inout [UInt8], _ at: Int, unit: Int) {
    let from = number(0...bytes.count - 1) / unit * unit
    let piece = Array(bytes[from..<min(from + number(1...5) * unit, bytes.count)])
    let end = min(at + piece.count, bytes.count)
    switch number(0...2) {
    case 0: bytes.replaceSubrange(at..<end, with: piece)
    case 1: bytes.insert(contentsOf: piece, at: at)
    default: bytes.removeSubrange(at..<end)
    }
  }
}
