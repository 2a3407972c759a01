extension JSONTape {
  /// A string in UTF-8, with its escapes resolved.
  func string(_ index: Int) -> [UInt8] {
    let raw = raw(index)
    guard items[index].kind == .escaped else { return Array(raw) }
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var rest = raw
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        result.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "b"): result.append(8)
      case UInt8(ascii: "f"): result.append(12)
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "r"): result.append(13)
      case UInt8(ascii: "t"): result.append(9)
      case UInt8(ascii: "u"):
        var code = Self.hexadecimal(rest.prefix(4))
        rest = rest.dropFirst(4)
        if code & 0xfc00 == 0xd800 {
          let low = Self.hexadecimal(rest.dropFirst(2).prefix(4))
          rest = rest.dropFirst(6)
          code = 0x10000 + (code & 0x3ff) << 10 + low & 0x3ff
        }
        result += Array(String(Character(Unicode.Scalar(code) ?? "\u{fffd}")).utf8)
      default: result.append(escape)
      }
    }
    return result
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt32 {
    digits.reduce(0) { $0 << 4 | UInt32(JSONScanner.hexadecimal($1) ?? 0) }
  }

  /// Throws where an object has the same key twice.
  func refuseDuplicates(in object: Int) throws(CapnProtoError) {
    var keys: [Int] = []
    forEachMember(object) { key, _ in keys.append(key) }
    guard keys.count > 1 else { return }
    if keys.count <= 16 {
      for (place, key) in keys.enumerated() where keys[..<place].contains(where: { same($0, key) })
      {
        throw duplicate(key)
      }
      return
    }
    var seen: Set<[UInt8]> = []
    for key in keys where !seen.insert(string(key)).inserted { throw duplicate(key) }
  }

  private func same(_ left: Int, _ right: Int) -> Bool {
    guard items[left].kind == .escaped || items[right].kind == .escaped else {
      return raw(left).elementsEqual(raw(right))
    }
    return string(left) == string(right)
  }

  private func duplicate(_ key: Int) -> CapnProtoError {
    error(.malformed, "the key \"\(label(string(key)))\" is there twice", at: key)
  }

  /// A value as an error names it.
  func label(_ index: Int) -> String {
    switch items[index].kind {
    case .null: "null"
    case .true: "true"
    case .false: "false"
    case .number: "the number \(label(Array(raw(index))))"
    case .array: "an array"
    case .object: "an object"
    case .string, .escaped: "the string \"\(label(string(index)))\""
    }
  }

  func label(_ text: [UInt8]) -> String {
    String(decoding: text.prefix(40), as: UTF8.self) + (text.count > 40 ? "…" : "")
  }
}
