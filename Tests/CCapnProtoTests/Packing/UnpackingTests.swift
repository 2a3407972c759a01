import CCapnProto
import Testing

@Suite struct UnpackingTests {
  @Test(arguments: PackingPath.allCases, [false, true])
  func unpacksWhatWasPacked(path: PackingPath, zeroed: Bool) {
    for seed in PackingSamples.seeds(80) {
      var samples = PackingSamples(seed: seed)
      let words = samples.sample()
      let packed = libcapnpPack(words)
      let outcome = unpack(
        packed, words: words.count / 8, zeroed: zeroed, path: path, shift: samples.number(0...7))
      #expect(outcome.status == .done, "STOWAGE_TEST_SEED=\(seed)")
      #expect(outcome.read == packed.count, "STOWAGE_TEST_SEED=\(seed)")
      #expect(outcome.bytes == words, "STOWAGE_TEST_SEED=\(seed)")
      #expect(outcome.behind.allSatisfy { $0 == untouched }, "STOWAGE_TEST_SEED=\(seed)")
      #expect(measureUnpacked(packed) == words.count / 8, "STOWAGE_TEST_SEED=\(seed)")
    }
  }

  @Test(arguments: PackingPath.allCases)
  func goesOnWhereInputEnded(path: PackingPath) {
    for seed in PackingSamples.seeds(20) {
      var samples = PackingSamples(seed: seed)
      let words = samples.sample()
      let packed = libcapnpPack(words)
      var read = 0
      var available = 0
      var bytes: [UInt8] = []
      while true {
        let outcome = unpack(
          Array(packed[read..<available]), words: (words.count - bytes.count) / 8, path: path)
        read += outcome.read
        bytes += outcome.bytes
        if outcome.status == .done { break }
        guard outcome.status == .needsInput, available < packed.count else {
          Issue.record("\(outcome) STOWAGE_TEST_SEED=\(seed)")
          break
        }
        available = min(packed.count, available + samples.number(1...600))
      }
      #expect(bytes == words && read == packed.count, "STOWAGE_TEST_SEED=\(seed)")
    }
  }

  @Test(arguments: PackingPath.allCases)
  func everyCutOffNeedsInput(path: PackingPath) {
    for seed in PackingSamples.seeds(20) {
      var samples = PackingSamples(seed: seed)
      let words = samples.sample()
      let packed = libcapnpPack(words)
      let step = 1 + packed.count / 200
      for size in stride(from: 0, to: packed.count, by: step) {
        let cut = Array(packed.prefix(size))
        let outcome = unpack(cut, words: words.count / 8, path: path)
        #expect(outcome.status == .needsInput, "STOWAGE_TEST_SEED=\(seed)")
        #expect(outcome.bytes == Array(words.prefix(outcome.bytes.count)))
        // Between two units exactly when nothing is left over.
        let measured = measureUnpacked(cut)
        #expect((measured != nil) == (outcome.read == size), "STOWAGE_TEST_SEED=\(seed)")
        #expect(measured == nil || measured == outcome.written, "STOWAGE_TEST_SEED=\(seed)")
      }
    }
  }

  @Test(arguments: PackingPath.allCases, [false, true])
  func takesAndRefusesWhatLibcapnpDoes(path: PackingPath, zeroed: Bool) {
    for seed in PackingSamples.seeds(400) {
      var samples = PackingSamples(seed: seed)
      let input = samples.garbage(from: libcapnpPack(samples.sample()))
      let measured = measureUnpacked(input)
      let count = samples.number(0...2) == 0 ? samples.number(0...300) : measured ?? 20
      let outcome = unpack(
        input, words: count, zeroed: zeroed, path: path, shift: samples.number(0...7))
      let expected = libcapnpUnpack(input, words: count)
      #expect((outcome.status == .done) == (expected != nil), "STOWAGE_TEST_SEED=\(seed)")
      if let expected {
        #expect(outcome.read == expected.read, "STOWAGE_TEST_SEED=\(seed)")
        #expect(outcome.bytes == expected.bytes, "STOWAGE_TEST_SEED=\(seed)")
      }
      let fill: UInt8 = zeroed ? 0 : untouched
      #expect(outcome.rest.allSatisfy { $0 == 0 || $0 == fill }, "STOWAGE_TEST_SEED=\(seed)")
      #expect(outcome.behind.allSatisfy { $0 == untouched }, "STOWAGE_TEST_SEED=\(seed)")
      let scalar = unpack(input, words: count, zeroed: zeroed, path: .scalar)
      #expect(outcome.status == scalar.status, "STOWAGE_TEST_SEED=\(seed)")
      #expect(outcome.read == scalar.read, "STOWAGE_TEST_SEED=\(seed)")
      #expect(outcome.bytes == scalar.bytes, "STOWAGE_TEST_SEED=\(seed)")
    }
  }

  @Test(arguments: PackingPath.allCases)
  func runPastTheEnd(path: PackingPath) {
    let word: [UInt8] = [0xff, 1, 2, 3, 4, 5, 6, 7, 8]
    let padding = [UInt8](repeating: 1, count: 40)
    for packed in [[0x01, 9, 0x00, 2], [0x01, 9] + word + [2] + padding, [0x01, 9] + word + [2]] {
      // Room for the first word of the run and one more, where three are announced.
      let outcome = unpack(packed, words: 3, path: path)
      #expect(outcome.status == .runPastEnd)
      #expect(outcome.read == 2 && outcome.written == 1)
      #expect(outcome.bytes == [9, 0, 0, 0, 0, 0, 0, 0])
      #expect(outcome.rest.allSatisfy { $0 == untouched })
    }
    #expect(unpack([0x00, 2], words: 3, path: path).status == .done)
  }

  @Test(arguments: PackingPath.allCases)
  func noWordsTakeNoInput(path: PackingPath) {
    for input: [UInt8] in [[], [0x00, 0], [0xff]] {
      let outcome = unpack(input, words: 0, path: path)
      #expect(outcome.status == .done && outcome.read == 0)
    }
  }
}
