internal import CapnProtoSyntax

extension JSONTape {
  func isString(_ index: Int) -> Bool {
    items[index].kind == .string || items[index].kind == .escaped
  }

  /// A string in UTF-8, with its escapes resolved.
  func string(_ index: Int) -> [UInt8] {
    let raw = raw(index)
    guard items[index].kind == .escaped else { return raw.array }
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    for byte in JSONString(raw) { result.append(byte) }
    return result
  }

  /// A string that may be one of some names; nil where it is longer than any of them.
  func name(_ index: Int, longest: Int) -> [UInt8]? {
    // A byte takes six of `\u`.
    raw(index).count / 6 <= longest ? string(index) : nil
  }

  /// A string of any length, where it lies or else in a buffer.
  func contents(
    _ index: Int, _ buffer: SpooledArray<UInt8>
  ) throws(CapnProtoError) -> SharedBytes {
    guard items[index].kind == .escaped else { return raw(index) }
    buffer.removeAll()
    for byte in JSONString(raw(index)) { try buffer.append(byte) }
    return buffer.bytes
  }

  /// A value as an error names it.
  func label(_ index: Int) -> String {
    switch items[index].kind {
    case .null: "null"
    case .true: "true"
    case .false: "false"
    case .number: "the number \(label(raw(index)))"
    case .array: "an array"
    case .object: "an object"
    case .string, .escaped: "the string \"\(label(string: index))\""
    }
  }

  /// The beginning of a string.
  func label(string index: Int) -> String {
    items[index].kind == .escaped ? label(JSONString(raw(index))) : label(raw(index))
  }

  private func label(_ text: some Sequence<UInt8>) -> String {
    let start = Array(text.prefix(41))
    return String(decoding: start.prefix(40), as: UTF8.self) + (start.count > 40 ? "…" : "")
  }
}
