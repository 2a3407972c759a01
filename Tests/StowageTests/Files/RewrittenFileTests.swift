import CapnProto
import Foundation
import Stowage
import Testing

/// A file in another format, made without building what is in it.
struct RewrittenFileTests {
  let registry = Link.registry

  private func save(_ value: Value, _ format: Format) throws -> Data {
    try serialize(value, options: SaveOptions(format: format, registry: registry))
  }

  private func load(_ file: Data) throws -> Value {
    try deserialize(file, options: LoadOptions(registry: registry))
  }

  private func rewritten(_ file: Data, as format: Format) throws -> Data? {
    // All that may be is in files without a name.
    let file = try StowedFile(file, registry: registry, memoryBytes: 0)
    return try file.rewritten(as: format).map { $0.reduce(Data(), +) }
  }

  /// Whether a file is as it would be written from the value, byte for byte.
  ///
  /// Where names became a message, what they name lies in it in their order.
  private func isSame(
    _ found: Data, _ expected: Data, _ from: Format, _ to: Format
  ) throws -> Bool {
    guard from == .json || from == .text, to == .packed || to == .binary else {
      return found == expected
    }
    let options = LoadOptions(registry: registry)
    var saving = SaveOptions(format: to, registry: registry)
    saving.metadata = try StowedFile(expected, registry: registry).metadata
    return try serialize(load(found), options: saving) == expected
      && contentHash(ofFile: found, options: options)
        == contentHash(ofFile: expected, options: options)
  }

  /// What is written from the message is what is written from the value.
  @Test func graphs() throws {
    for seed in 1...100 as ClosedRange<UInt64> {
      var graph = RandomGraph(seed: seed &* 104_729, registry: registry)
      let value = try graph.value()
      let files = try Format.allCases.map { try save(value, $0) }
      for (from, file) in zip(Format.allCases, files) {
        for (to, expected) in zip(Format.allCases, files) {
          let found = try #require(try rewritten(file, as: to))
          let label: Comment = "seed \(seed), \(from) to \(to)"
          try #require(try isSame(found, expected, from, to), label)
        }
      }
    }
  }

  @Test(arguments: Format.allCases) func objects(_ format: Format) throws {
    let reservoir = Reservoir(name: "lone \u{1}\"", sample: [1, 2.5, -.infinity])
    for from in Format.allCases {
      let file = try serialize(
        reservoir, options: SaveOptions(format: from, metadata: [("a", "b")], registry: registry))
      let expected = try serialize(
        reservoir, options: SaveOptions(format: format, metadata: [("a", "b")], registry: registry))
      let found = try #require(try rewritten(file, as: format))
      #expect(try isSame(found, expected, from, format), "\(from)")
    }
  }

  /// Keys are found before values, wherever they are written.
  @Test(arguments: Format.allCases)
  func referencesInKeysAndValuesKeepTheirPlaces(_ format: Format) throws {
    let references = (0..<6).map { Reference(.int($0)) }
    let value: Value = .table(
      Table(
        (0..<3).map { ([.reference(references[$0])], .reference(references[$0 + 3])) }))
    let file = try save(value, format)
    #expect(try value.isEquivalent(to: load(file)))
  }

  /// Whatever a message holds, a file or an error comes of it.
  @Test func hostileMessages() throws {
    var random = SplitMix(state: 4711)
    var files = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      var graph = RandomGraph(seed: seed, registry: registry)
      let file = try save(.array([graph.value(), graph.value()]), .binary)
      let message = try #require(
        StowedFile(file, registry: registry).parts.first { $0.name == "message" })
      for _ in 0..<10 {
        var damaged = file
        for _ in 0..<3 {
          let place = Int.random(in: message.bytes, using: &random)
          damaged[place] ^= UInt8.random(in: 1...255, using: &random)
        }
        for format in [Format.json, .text] {
          guard let found = try? rewritten(damaged, as: format) else { continue }
          files += 1
          _ = try? load(found)
        }
      }
    }
    #expect(files > 100)
  }

  /// A number of bytes in base64 that is no whole number of threes, where a piece ends.
  @Test func largeTensorsStandBehindTheMessage() throws {
    let bytes = Data((0..<200_003).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    let value: Value = .tensor(try Tensor(Tensor.Storage(bytes, of: .uint8), shape: [200_003]))
    let json = try save(value, .json)
    let binary = try save(value, .binary)
    #expect(try rewritten(json, as: .binary) == binary)
    #expect(try rewritten(binary, as: .json) == json)
    let broken = try #require(
      String(decoding: json, as: UTF8.self).range(of: "\"data\": \"").map { range in
        String(decoding: json, as: UTF8.self).replacingCharacters(
          in: range, with: "\"data\": \"=")
      })
    let error = #expect(throws: CapnProtoError.self) {
      try deserialize(
        Data(broken.utf8), options: LoadOptions(verifies: false, registry: registry))
    }
    #expect(error?.message.contains("base64") ?? false)
  }

  /// Lists of which one element is another are none of one kind.
  @Test(arguments: Format.allCases) func listsOfAlmostOneKind(_ format: Format) throws {
    let lists: [Value] = [
      [1, 2, 3], [1, 2, .uint(.max)], [1.5, 2, 3.5], [1.5, .double(.nan), 2.5],
      [1.5, .double(Double(bitPattern: 0x7FF8_0000_0000_1234))], ["a", "b"], ["a", nil], [],
      [.double(-0.0), .double(.infinity)], [.date(Date(timeIntervalSinceReferenceDate: 1)), 1.5],
      [.int(.min), .int(.max)], [.uint(5), .int(5)], [true, 1],
    ]
    let value: Value = .array(lists)
    let file = try save(value, format)
    #expect(try load(file) == value)
    for to in Format.allCases {
      #expect(try rewritten(file, as: to) == save(value, to), "\(format) to \(to)")
    }
  }
}
