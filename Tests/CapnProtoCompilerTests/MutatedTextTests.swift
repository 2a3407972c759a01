import CapnProto
import CapnProtoCompiler
import Foundation
import Testing

/// Schemas that are damaged at random give nodes that make sense, or diagnostics, soon.
///
/// The seed of a failure is shown; `STOWAGE_TEST_SEED` in the environment repeats it.
@Suite(.timeLimit(.minutes(20))) struct MutatedTextTests {
  private static let seeds: [UInt64] = {
    let given = ProcessInfo.processInfo.environment["STOWAGE_TEST_SEED"].flatMap { UInt64($0) }
    return given.map { [$0] } ?? Array(1...2000)
  }()

  private static let texts: [[UInt8]] = Repository.allSchemas.compactMap {
    let data = try? Data(contentsOf: URL(filePath: $0, relativeTo: Repository.root))
    return data.map { [UInt8]($0) }
  }.filter { (1..<20_000).contains($0.count) }

  private static let pieces = [
    "(", ")", "{", "}", ";", "@", "@1", "$", "=", ".", "union", "group", ":", "\"", "[", "0x", "T",
    "List(", "Text", ".S", "using", "import", "-", "0", ",",
  ]

  @Test(arguments: 0..<8)
  func survives(_ part: Int) throws {
    for seed in Self.seeds where Int(truncatingIfNeeded: seed % 8) == part {
      let text = Self.mutated(seed)
      let schemas = try? SchemaCompiler(imports: BytesSource(bytes: text)).compile(["a.capnp"])
      guard let schemas else { continue }
      #expect(throws: Never.self, "STOWAGE_TEST_SEED=\(seed)") {
        try SchemaRegistry().load(schemas.request)
      }
    }
  }

  private static func mutated(_ seed: UInt64) -> [UInt8] {
    var random = Random(state: seed)
    func below(_ limit: Int) -> Int { Int(truncatingIfNeeded: random.next() >> 33) % max(limit, 1) }
    var text = texts[below(texts.count)]
    for _ in 0...below(6) where !text.isEmpty {
      let place = below(text.count)
      switch below(5) {
      case 0: text[place] = UInt8(truncatingIfNeeded: below(256))
      case 1: text.removeSubrange(place..<min(text.count, place + below(40)))
      case 2: text.insert(contentsOf: pieces[below(pieces.count)].utf8, at: place)
      case 3:
        // One word for another, which leaves most of the text right.
        let words = text.split { !($0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x7A) }
        guard !words.isEmpty else { continue }
        let (old, new) = (words[below(words.count)], Array(words[below(words.count)]))
        text.replaceSubrange(old.startIndex..<old.endIndex, with: new)
      default:
        let from = below(text.count)
        text.insert(contentsOf: text[from..<min(text.count, from + 60)], at: place)
      }
    }
    return text
  }
}
