import Reductions

/// Spells JSON in a way of many: with white space, escapes, and members that mean nothing.
enum JSONWriter {
  typealias Member = (key: String, value: String)

  static func space() -> String {
    Int.random(in: 0...3) > 0 ? "" : [" ", "  ", "\t", " \r ", "\n"].randomElement()!
  }

  static func object(_ members: [Member]) -> String {
    let parts = members.map { space() + $0.key + space() + ":" + space() + $0.value + space() }
    return "{" + (parts.isEmpty ? space() : parts.joined(separator: ",")) + "}"
  }

  static func list(_ values: [String]) -> String {
    let parts = values.map { space() + $0 + space() }
    return "[" + (parts.isEmpty ? space() : parts.joined(separator: ",")) + "]"
  }

  static func string(_ text: String) -> String {
    let isEscaped = Int.random(in: 0...4) == 0
    let parts = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "/" where isEscaped: "\\/"
      default: isEscaped && Bool.random() ? escape(scalar) : String(scalar)
      }
    }
    return "\"\(parts.joined())\""
  }

  private static func escape(_ scalar: UnicodeScalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: Bool.random())
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  static func name() -> String {
    let names = [
      "", " ", ":default", "a", "id", "f12", "f1234", "é", "日本", "\u{1F600}", "a\"b", "a\\b", "n\n",
      "user/name", String(repeating: "long ", count: .random(in: 2...60)),
    ]
    return Bool.random() ? names.randomElement()! : "n\(Int.random(in: 0...99_999))"
  }

  static func number() -> (text: String, value: Float) {
    let value = Double.random(in: -2...2)
    let text = [
      "\(value)", "\(Float(value))", "\(Int(value * 1000))", "\((value * 1000).rounded() / 1000)",
      "\(Int(value * 100))e-1",
    ].randomElement()!
    return (text, Float(Double(text) ?? .nan))
  }

  /// Any value, which nothing is made of.
  static func junk(_ depth: Int = 0) -> String {
    switch Int.random(in: 0...(depth < 4 ? 7 : 4)) {
    case 0: "null"
    case 1: "true"
    case 2: "false"
    case 3: number().text
    case 4: string(name())
    case 5: list((0..<Int.random(in: 0...3)).map { _ in junk(depth + 1) })
    case 6: object((0..<Int.random(in: 0...3)).map { _ in (string(name()), junk(depth + 1)) })
    default: String(repeating: "[", count: 90) + String(repeating: "]", count: 90)
    }
  }

  /// Members in any order, and after them some that repeat their names or have others.
  static func shuffled(_ members: [Member]) -> String {
    var members = members.shuffled()
    if Int.random(in: 0...3) == 0, let key = members.randomElement()?.key {
      members.append((key, junk()))
    }
    if Int.random(in: 0...3) == 0 {
      members.insert((#""other""#, junk()), at: Int.random(in: 0...members.count))
    }
    return space() + object(members) + space()
  }
}
