/// Writes structs at random, so that their fields get their places in every order.
struct RandomSchema {
  private var random: Random
  private var numbers: [Int] = []
  private var names = 0
  private(set) var text: String

  init(seed: UInt64, structs: Int) {
    random = Random(state: seed)
    text = "@0x8f3c5a7e9b1d2c46;\nenum Enum { a @0; b @1; }\n"
    for index in 0..<structs { text += structure("S\(index)") }
  }

  private mutating func chance(_ one: Int) -> Bool { below(one) == 0 }

  private mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: random.next() >> 33) % limit
  }

  private mutating func name() -> String {
    names += 1
    return "f\(names)"
  }

  private mutating func structure(_ name: String) -> String {
    // The ordinals are dealt out at random once it is known how many there are.
    let body = members(count: 1 + below(12), depth: 0, isUnion: false, mayHaveUnion: true)
    let parts = body.split(separator: "@?", omittingEmptySubsequences: false)
    var order = Array(0..<parts.count - 1)
    if !chance(3) { order.shuffle(using: &random) }
    var text = ""
    for (index, part) in parts.enumerated() {
      text += index == 0 ? String(part) : "@\(order[index - 1])" + part
    }
    return "struct \(name) {\n\(text)}\n"
  }

  private mutating func members(
    count: Int, depth: Int, isUnion: Bool, mayHaveUnion: Bool
  ) -> String {
    var text = ""
    var mayHaveUnion = mayHaveUnion
    for _ in 0..<count {
      let kind = below(10)
      if kind == 0, depth < 4 {
        let inner = members(
          count: 1 + below(5), depth: depth + 1, isUnion: false, mayHaveUnion: true)
        text += "\(name()) :group {\n\(inner)}\n"
      } else if kind == 1, depth < 4 {
        let inner = members(
          count: 2 + below(5), depth: depth + 1, isUnion: true, mayHaveUnion: false)
        if !isUnion, mayHaveUnion, chance(2) {
          mayHaveUnion = false
          text += "union {\n\(inner)}\n"
        } else {
          text += "\(name()) :union {\n\(inner)}\n"
        }
      } else {
        text += "\(name()) @? :\(type());\n"
      }
    }
    return text
  }

  private mutating func type() -> String {
    let types = [
      "Void", "Bool", "Bool", "Bool", "Int8", "UInt8", "Int16", "Int16", "Enum", "Int32", "Float32",
      "UInt64", "Float64", "Text", "List(Bool)", "AnyPointer",
    ]
    return types[below(types.count)]
  }
}
