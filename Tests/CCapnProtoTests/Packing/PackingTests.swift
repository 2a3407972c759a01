import CCapnProto
import Testing

@Suite struct PackingTests {
  @Test(arguments: PackingPath.allCases)
  func unitsByHand(path: PackingPath) {
    let cases: [(words: [UInt64], packed: [UInt8])] = [
      ([], []),
      ([0], [0x00, 0]),
      ([0, 0, 0], [0x00, 2]),
      ([0x0000_0200_0007_0000], [0x24, 7, 2]),
      ([0x0807_0605_0403_0201], [0xff, 1, 2, 3, 4, 5, 6, 7, 8, 0]),
      // A run of literal words takes one zero byte in a word, and ends before two.
      (
        [0x0101_0101_0101_0101, 0x0100_0101_0101_0101, 0x0001_0100_0101_0101],
        [0xff, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0x6f, 1, 1, 1, 1, 1, 1]
      ),
      // A word with one zero byte begins no run.
      ([0x0100_0101_0101_0101, 1], [0xbf, 1, 1, 1, 1, 1, 1, 1, 0x01, 1]),
    ]
    for (values, packed) in cases {
      let words = PackingSamples.words(values)
      let outcome = pack(words, capacity: ccapnp_packed_bound(values.count), path: path)
      #expect(outcome.bytes == packed)
      #expect(unpack(packed, words: values.count, path: path).bytes == words)
      #expect(measureUnpacked(packed) == values.count)
    }
  }

  @Test func boundIsReached() {
    // Literal runs of one word, and what ends them at the least cost.
    let worst: [UInt64] = [0x0101_0101_0101_0101, 0x0000_0101_0101_0101]
    for count in 1...40 {
      var values = (0..<count).map { worst[$0 % 2] }
      if count % 2 == 0 { values[count - 1] = worst[0] }
      let bound = ccapnp_packed_bound(count)
      #expect(pack(PackingSamples.words(values), capacity: bound).written == bound)
    }
    #expect(ccapnp_packed_bound(0) == 0)
  }

  @Test(arguments: PackingPath.allCases)
  func packsToTheBytesOfLibcapnp(path: PackingPath) {
    for seed in PackingSamples.seeds(120) {
      var samples = PackingSamples(seed: seed)
      let words = samples.sample()
      let expected = libcapnpPack(words)
      let bound = ccapnp_packed_bound(words.count / 8)
      let shift = samples.number(0...7)
      for capacity in [bound, expected.count] {
        let outcome = pack(words, capacity: capacity, path: path, shift: shift)
        #expect(outcome.read == words.count / 8, "STOWAGE_TEST_SEED=\(seed)")
        #expect(outcome.bytes == expected, "STOWAGE_TEST_SEED=\(seed)")
        #expect(outcome.behind.allSatisfy { $0 == untouched }, "STOWAGE_TEST_SEED=\(seed)")
      }
      #expect(expected.count <= bound, "STOWAGE_TEST_SEED=\(seed)")
    }
  }

  @Test(arguments: PackingPath.allCases)
  func packsThroughASmallBufferToTheSameBytes(path: PackingPath) {
    // The most that one unit takes: tag, word, count, 255 words.
    let largestUnit = 10 + 255 * 8
    for seed in PackingSamples.seeds(60) {
      var samples = PackingSamples(seed: seed)
      let words = samples.sample()
      var read = 0
      var packed: [UInt8] = []
      while read < words.count {
        let capacity = largestUnit + samples.number(0...300)
        let outcome = pack(Array(words[read...]), capacity: capacity, path: path)
        #expect(outcome.behind.allSatisfy { $0 == untouched }, "STOWAGE_TEST_SEED=\(seed)")
        guard outcome.read > 0 else {
          Issue.record("No progress. STOWAGE_TEST_SEED=\(seed)")
          break
        }
        read += outcome.read * 8
        packed += outcome.bytes
      }
      #expect(packed == libcapnpPack(words), "STOWAGE_TEST_SEED=\(seed)")
    }
  }

  @Test(arguments: PackingPath.allCases)
  func stopsBeforeAUnitThatDoesNotFit(path: PackingPath) {
    for seed in PackingSamples.seeds(60) {
      var samples = PackingSamples(seed: seed)
      let words = samples.sample()
      let expected = libcapnpPack(words)
      let capacity = samples.number(0...expected.count)
      let outcome = pack(words, capacity: capacity, path: path, shift: samples.number(0...7))
      #expect(outcome.bytes == Array(expected.prefix(outcome.written)), "STOWAGE_TEST_SEED=\(seed)")
      #expect(measureUnpacked(outcome.bytes) == outcome.read, "STOWAGE_TEST_SEED=\(seed)")
      #expect(outcome.behind.allSatisfy { $0 == untouched }, "STOWAGE_TEST_SEED=\(seed)")
      // One unit less than could be there would be too few.
      let rest = unpack(Array(expected[outcome.written...]), words: words.count / 8 - outcome.read)
      #expect(rest.status == .done && rest.bytes == Array(words[(outcome.read * 8)...]))
      let scalar = pack(words, capacity: capacity, path: .scalar)
      #expect(outcome.written == scalar.written, "STOWAGE_TEST_SEED=\(seed)")
    }
  }
}
