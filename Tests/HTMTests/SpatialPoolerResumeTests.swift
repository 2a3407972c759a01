import Foundation
import HTM
import Stowage
import Testing

/// A pooler that was saved and loaded goes on as the one that was not.
struct SpatialPoolerResumeTests {
  enum Form: CaseIterable {
    case unpacked, packed, manySegments, oneSegment, file, packedFile
  }

  @Test(arguments: 1...40) func savedAndLoadedItGoesOn(_ seed: Int) throws {
    var random = Random(seed: UInt64(seed))
    var original = try random.pooler()
    for _ in 0..<random.number(0...60) { try step(&original, &random) }
    let form = Form.allCases[seed % Form.allCases.count]
    var restored = try copy(original, form)
    for step in 0..<60 {
      let input = random.input(of: original)
      let learn = !random.oneIn(4)
      let expected = try original.compute(activeInputs: input, learn: learn)
      let ours = try restored.compute(activeInputs: input, learn: learn)
      try #require(ours == expected, "step \(step) of \(original.parameters)")
      #expect(restored.overlaps == original.overlaps)
      #expect(restored.boostedOverlaps == original.boostedOverlaps)
      #expect(restored.connectedCounts == original.connectedCounts)
    }
    #expect(try restored.bytes() == original.bytes())
  }

  @Test func aHundredRoundsChangeNoByte() throws {
    var random = Random(seed: 5)
    for packed in [false, true] {
      var pooler = try random.pooler()
      for _ in 0..<30 { try step(&pooler, &random) }
      let bytes = try pooler.bytes(packed: packed)
      for _ in 0..<100 {
        pooler = try SpatialPooler(bytes: pooler.bytes(packed: packed), packed: packed)
      }
      #expect(try pooler.bytes(packed: packed) == bytes)
    }
  }

  /// Several poolers one after another in one file, as NuPIC's users keep them.
  @Test func filesHoldSeveral() throws {
    var random = Random(seed: 6)
    let poolers = try (0..<3).map { _ in try random.pooler() }
    let url = FileManager.default.temporaryDirectory.appending(path: "poolers-\(UUID())")
    defer { try? FileManager.default.removeItem(at: url) }
    for packed in [true, false] {
      try Data().write(to: url)
      let output = try FileHandle(forWritingTo: url)
      for pooler in poolers { try pooler.writeToFile(output, packed: packed) }
      try output.close()
      let input = try FileHandle(forReadingFrom: url)
      for pooler in poolers {
        let restored = try SpatialPooler.readFromFile(input, packed: packed)
        #expect(try restored.bytes() == pooler.bytes())
      }
      try input.close()
    }
  }

  /// Dense and sparse inputs are the same, in any order, and leave nothing behind.
  @Test func inputsAreForgotten() throws {
    var random = Random(seed: 7)
    for _ in 0..<20 {
      var (dense, sparse) = (try random.pooler(), SpatialPooler?.none)
      sparse = dense
      for step in 0..<20 {
        let input = random.input(of: dense)
        var bits = [Bool](repeating: false, count: dense.numInputs)
        for index in input { bits[index] = true }
        let isMixed = step % 2 == 0
        let ours =
          isMixed
          ? try dense.compute(bits, learn: true)
          : try dense.compute(activeInputs: input.reversed() + input, learn: true)
        let expected = try sparse?.compute(activeInputs: input, learn: true)
        #expect(ours == expected)
        #expect(throws: HTMError.self) {
          try dense.compute(activeInputs: [0, dense.numInputs], learn: true)
        }
      }
      #expect(try dense.bytes() == sparse?.bytes())
    }
  }

  private func step(_ pooler: inout SpatialPooler, _ random: inout Random) throws {
    try pooler.compute(activeInputs: random.input(of: pooler), learn: !random.oneIn(4))
  }

  private func copy(_ pooler: SpatialPooler, _ form: Form) throws -> SpatialPooler {
    switch form {
    case .unpacked: return try SpatialPooler(bytes: pooler.bytes())
    case .packed: return try SpatialPooler(bytes: pooler.bytes(packed: true), packed: true)
    case .manySegments: return try SpatialPooler(bytes: pooler.bytes(segmentWords: 16))
    case .oneSegment: return try SpatialPooler(bytes: pooler.bytes(segmentWords: 1 << 16))
    case .file, .packedFile:
      let url = FileManager.default.temporaryDirectory.appending(path: "pooler-\(UUID())")
      defer { try? FileManager.default.removeItem(at: url) }
      try pooler.writeToFile(url, packed: form == .packedFile)
      return try SpatialPooler.readFromFile(url, packed: form == .packedFile)
    }
  }
}
