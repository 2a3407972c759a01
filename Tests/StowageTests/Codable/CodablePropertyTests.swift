import Foundation
import Stowage
import Testing

@Suite struct CodablePropertyTests {
  /// A new seed for each run; `STOWAGE_TEST_SEED` repeats one.
  private static let seed =
    ProcessInfo.processInfo.environment["STOWAGE_TEST_SEED"].flatMap { UInt64($0) }
    ?? UInt64.random(in: 0...UInt64(UInt32.max))

  @Test func treesComeBackFromEveryFormat() throws {
    var random = SplitMix(state: Self.seed)
    for round in 0..<200 {
      let tree = CodableTree.random(5, isPlain: false, using: &random)
      let value = try ValueEncoder().encode(tree)
      #expect(try ValueDecoder().decode(CodableTree.self, from: value) == tree)
      for format in Format.allCases {
        let bytes = try CapnProtoEncoder(format: format).encode(tree)
        let back = try CapnProtoDecoder().decode(CodableTree.self, from: bytes)
        #expect(back == tree, "seed \(Self.seed), round \(round), \(format)")
        // Dictionaries and sets that were filled anew have an order of their own.
        let again = try CapnProtoEncoder(format: format).encode(back)
        #expect(again == bytes, "seed \(Self.seed), round \(round), \(format)")
      }
    }
  }

  @Test func treesComeBackBySchema() throws {
    var random = SplitMix(state: Self.seed)
    let schema = try CodableSchema(of: CodableTree.self, named: "test.Tree")
    for round in 0..<100 {
      let tree = CodableTree.random(4, isPlain: false, using: &random)
      for format in [Format.packed, .binary] {
        let bytes = try CapnProtoEncoder(format: format).encode(tree, schema: schema)
        let back = try CapnProtoDecoder().decode(CodableTree.self, from: bytes, schema: schema)
        #expect(back == tree, "seed \(Self.seed), round \(round), \(format)")
      }
    }
  }

  @Test func whatJSONHoldsComesOutAsFromJSON() throws {
    var random = SplitMix(state: Self.seed)
    for round in 0..<200 {
      let tree = CodableTree.random(5, isPlain: true, using: &random)
      let json = try JSONDecoder().decode(CodableTree.self, from: JSONEncoder().encode(tree))
      let ours = try CapnProtoDecoder().decode(
        CodableTree.self, from: CapnProtoEncoder().encode(tree))
      #expect(json == ours, "seed \(Self.seed), round \(round)")
    }
  }

  @Test func anyValueDecodesOrIsAnError() throws {
    var random = SplitMix(state: Self.seed)
    var refused = 0
    for _ in 0..<500 {
      // The value of one tree, with a part of another one where it does not belong.
      let first = try ValueEncoder().encode(CodableTree.random(4, isPlain: false, using: &random))
      let second = try ValueEncoder().encode(CodableTree.random(2, isPlain: false, using: &random))
      let mixed = replacing(first, by: second, using: &random)
      do {
        _ = try ValueDecoder().decode(CodableTree.self, from: mixed)
      } catch is DecodingError {
        refused += 1
      }
    }
    #expect(refused > 0)
  }

  private func replacing(_ value: Value, by other: Value, using random: inout SplitMix) -> Value {
    if Int.random(in: 0..<4, using: &random) == 0 { return other }
    switch value {
    case .array(var values) where !values.isEmpty:
      let index = Int.random(in: 0..<values.count, using: &random)
      values[index] = replacing(values[index], by: other, using: &random)
      return .array(values)
    case .table(var table) where !table.isEmpty:
      let index = Int.random(in: 0..<table.count, using: &random)
      let key = table.keys[index]
      table[key] = replacing(table.values[index], by: other, using: &random)
      return .table(table)
    default: return other
    }
  }

  @Test func wrongBytesAreDecodingErrors() throws {
    #expect(throws: DecodingError.self) {
      try CapnProtoDecoder().decode(Int.self, from: Data([1, 2, 3]))
    }
    var bytes = try CapnProtoEncoder().encode(["a": 1])
    bytes[bytes.count - 1] ^= 1
    let error = #expect(throws: DecodingError.self) {
      try CapnProtoDecoder().decode([String: Int].self, from: bytes)
    }
    guard case .dataCorrupted(let context) = error else { return }
    #expect(context.underlyingError is StowageError)
  }
}
