import Reductions
import Testing

/// Features in text, by whichever way they are read.
struct TextFeatureTests {
  private struct Group {
    let name: String
    let scale: String?
    var features: [(name: String, value: String?)] = []

    var text: String {
      let words = features.map { $0.name + ($0.value.map { ":" + $0 } ?? "") }
      return "|" + name + (scale.map { ":" + $0 } ?? "") + words.map { " " + $0 }.joined()
    }

    var expected: [Feature] {
      let hash = Namespace(name).hash
      let scale = self.scale.flatMap(Float.init) ?? 1
      return features.map { name, value in
        let index = FeatureHash.hash(name, seed: hash) & 0x3FFFF
        return Feature(index: index, value: (value.flatMap(Float.init) ?? 1) * scale)
      }
    }
  }

  private static let letters = Array("abcXYZ0189_-+=/.,;'\"\\{}[]()!?#äß€\u{1F600}\u{1}\u{7F}")

  private static func group(_ name: String, _ random: inout SplitMix) -> Group {
    var group = Group(
      name: name,
      scale: Bool.random(using: &random) ? nil : ["2", "-0.5"].randomElement(using: &random))
    for _ in 0..<Int.random(in: 0...9, using: &random) {
      let count = Int.random(in: 1...20, using: &random)
      let name = String((0..<count).map { _ in letters.randomElement(using: &random) ?? "a" })
      let values: [String?] = [
        nil, "1", "-0.037", "12.5", "1234567", "-0.12345678901234567", "1e3",
      ]
      group.features.append((name, values.randomElement(using: &random) ?? nil))
    }
    return group
  }

  @Test func namesAndValuesOfAllLengthsAreRead() throws {
    let parser = try ExampleParser(.vwText, features: .simple, label: .simple)
    var random = SplitMix(state: 3)
    for _ in 0..<400 {
      let groups = ["one", "n", "three words".replacing(" ", with: "_")].shuffled(using: &random)
        .map { Self.group($0, &random) }
      let example = try parser.parse("0.5 " + groups.map(\.text).joined(separator: " "))
      #expect(example.label == .simple(0.5))
      let expected = SparseFeatures(groups.map { (Namespace($0.name), $0.expected) })
      #expect(example.features == .simple(expected), "\(groups.map(\.text))")
    }
  }

  @Test func whatIsBehindALineIsNotRead() throws {
    let parser = try ExampleParser(.vwText, features: .simple, label: .simple)
    var random = SplitMix(state: 4)
    var (text, ranges, lines): ([UInt8], [Range<Int>], [String]) = ([], [], [])
    for _ in 0..<300 {
      let line = "\(Int.random(in: -9...9, using: &random)) " + Self.group("f", &random).text
      ranges.append(text.count..<text.count + line.utf8.count)
      text += line.utf8
      text += [10, 13, 32, 9].prefix(Int.random(in: 1...4, using: &random))
      lines.append(line)
    }
    var list = ExampleList()
    for (index, range) in ranges.enumerated() {
      try parser.parse(text.span, range, addingTo: &list)
      // What is refused leaves nothing.
      let bad = Array("1 2 3 4 |f refused".utf8)
      #expect(throws: ReductionsError.self) {
        try parser.parse(bad.span, 0..<bad.count, addingTo: &list)
      }
      #expect(list.count == index + 1)
    }
    for (index, line) in lines.enumerated() {
      let example = try parser.parse(line)
      #expect(list.label(index) == example.label)
      #expect(list.example(index) == example, "\(line)")
    }
  }

  @Test func aCopyOfAListKeepsItsExamples() throws {
    let parser = try ExampleParser(.vwText, features: .simple, label: .simple)
    var buffer = ExampleBuffer()
    try parser.parse(Array("1 |f a b:2 |g c".utf8).span, into: &buffer)
    let first = buffer.example
    try parser.parse(Array("2 |f d:3 e |h g:4".utf8).span, into: &buffer)
    #expect(first == (try parser.parse("1 |f a b:2 |g c")))
    #expect(buffer.example == (try parser.parse("2 |f d:3 e |h g:4")))
    #expect(throws: ReductionsError.self) {
      try parser.parse(Array("1 2 3 |f a".utf8).span, into: &buffer)
    }
    #expect(buffer.example == Example(features: .simple(SparseFeatures())))
  }

  @Test func namespacesThatComeTwiceAreJoined() throws {
    let parser = try ExampleParser(.vwText, features: .simple, label: .simple)
    let example = try parser.parse("1 |b x:1 |a y:2 |b z:3 |a w:4 |b v:5")
    let joined = try parser.parse("1 |a y:2 w:4 |b x:1 z:3 v:5")
    #expect(example == joined)
  }
}
