import Foundation

/// A tree of everything that Codable types are made of, drawn at random.
indirect enum CodableTree: Codable, Equatable {
  case nothing
  case truth(Bool)
  case small(Int8, UInt16)
  case large(Int64, UInt64)
  case number(Exact)
  case text(String)
  case bytes(Data)
  case maybe(Int??, String?)
  case list([CodableTree])
  case holes([CodableTree?])
  case table([String: CodableTree])
  case numbered([Int: CodableTree])
  case pairs([Exact: CodableTree])
  case set(Set<UInt32>)
  case record(Record)

  struct Record: Codable, Equatable {
    var id: Int
    var name: String?
    var weight: Float?
    var next: CodableTree?
    var rest: [Double]
  }

  /// A number that is the same only when all of its bits are.
  struct Exact: Codable, Hashable {
    var number: Double

    init(_ number: Double) { self.number = number }

    init(from decoder: any Decoder) throws {
      number = try decoder.singleValueContainer().decode(Double.self)
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(number)
    }

    static func == (left: Self, right: Self) -> Bool {
      left.number.bitPattern == right.number.bitPattern
    }

    func hash(into hasher: inout Hasher) { hasher.combine(number.bitPattern) }
  }
}

extension CodableTree {
  /// Draws a tree.
  ///
  /// - Parameters:
  ///   - depth: how deep it may be.
  ///   - isPlain: whether only what JSON can hold may be in it.
  static func random(
    _ depth: Int, isPlain: Bool, using random: inout some RandomNumberGenerator
  ) -> CodableTree {
    func tree() -> CodableTree { .random(depth - 1, isPlain: isPlain, using: &random) }
    func count() -> Int { Int.random(in: 0...4, using: &random) }
    switch Int.random(in: 0..<(depth > 0 ? 16 : 8), using: &random) {
    case 0: return .nothing
    case 1: return .truth(.random(using: &random))
    case 2:
      return .small(
        .random(in: .min ... .max, using: &random), .random(in: .min ... .max, using: &random))
    case 3: return .large(Int64(bitPattern: random.next()), random.next())
    case 4: return .number(exact(isPlain, &random))
    case 5: return .text(text(&random))
    case 6: return .bytes(Data((0..<count()).map { _ in .random(in: 0...255, using: &random) }))
    case 7:
      // JSON has but one kind of nothing.
      return .maybe(
        [.some(3), .none, isPlain ? 4 : .some(.none)].randomElement(using: &random) ?? .none,
        Bool.random(using: &random) ? text(&random) : nil)
    case 8, 9: return .list((0..<count()).map { _ in tree() })
    case 10: return .holes((0..<count()).map { _ in Bool.random(using: &random) ? tree() : nil })
    case 11:
      return .table(
        Dictionary((0..<count()).map { _ in (text(&random), tree()) }) { first, _ in first })
    case 12:
      return .numbered(
        Dictionary((0..<count()).map { _ in (Int.random(in: -3...3, using: &random), tree()) }) {
          first, _ in first
        })
    case 13:
      return .pairs(
        Dictionary((0..<count()).map { _ in (exact(isPlain, &random), tree()) }) { first, _ in
          first
        })
    case 14: return .set(Set((0..<count()).map { _ in UInt32.random(in: 0...9, using: &random) }))
    default:
      return .record(
        Record(
          id: Int.random(in: .min ... .max, using: &random),
          name: Bool.random(using: &random) ? text(&random) : nil,
          weight: Bool.random(using: &random) ? Float.random(in: -1...1, using: &random) : nil,
          next: Bool.random(using: &random) ? tree() : nil,
          rest: (0..<count()).map { _ in Double.random(in: -1...1, using: &random) }))
    }
  }

  private static func exact(
    _ isPlain: Bool, _ random: inout some RandomNumberGenerator
  ) -> Exact {
    if isPlain { return Exact(Double.random(in: -1e9...1e9, using: &random)) }
    return Exact(
      [
        Double(bitPattern: random.next()), .nan, .infinity, -0.0, 0.0, .leastNonzeroMagnitude,
        Double(Int.random(in: -9...9, using: &random)),
      ].randomElement(using: &random) ?? 0)
  }

  private static func text(_ random: inout some RandomNumberGenerator) -> String {
    ["", "7", "-0", "007", "name", "super", "e\u{301}", "\0\n", "🧑‍🚀", "_0", "ключ"]
      .randomElement(using: &random) ?? ""
  }
}
