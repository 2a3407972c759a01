/// Writes a value as a message of one segment.
struct WireWriter {
  private var words: [UInt64] = [0]

  /// The framed bytes of a message with the value at its root.
  static func message(_ value: WireValue) -> [UInt8] {
    var writer = WireWriter()
    writer.write(value, at: 0)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * (writer.words.count + 1))
    for word in [UInt64(writer.words.count) << 32] + writer.words {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    return bytes
  }

  private mutating func append(_ bytes: [UInt8]) {
    for start in stride(from: 0, to: bytes.count, by: 8) {
      var word: UInt64 = 0
      for index in start..<min(start + 8, bytes.count) {
        word |= UInt64(bytes[index]) << UInt64((index - start) * 8)
      }
      words.append(word)
    }
  }

  private mutating func point(_ index: Int, kind: UInt64, rest: UInt64) {
    let offset = UInt64(words.count - index - 1)
    words[index] = kind | (offset & 0x3FFF_FFFF) << 2 | rest << 32
  }

  /// Recursion follows the nesting of the text, which the parser limits.
  private mutating func write(_ value: WireValue, at index: Int) {
    switch value {
    case .null: break
    case .structure(let body):
      if body.data.isEmpty, body.pointers.isEmpty {
        words[index] = 0xFFFF_FFFC
        return
      }
      point(
        index, kind: 0,
        rest: UInt64(body.data.count / 8) | UInt64(body.pointers.count) << 16)
      let start = words.count
      append(body.data)
      words += Array(repeating: 0, count: body.pointers.count)
      write(body.pointers, at: start + body.data.count / 8)
    case .bytes(let bytes):
      point(index, kind: 1, rest: 2 | UInt64(bytes.count) << 3)
      append(bytes)
    case .scalars(let code, let count, let bytes):
      point(index, kind: 1, rest: code | UInt64(count) << 3)
      append(bytes)
    case .pointers(let values):
      point(index, kind: 1, rest: 6 | UInt64(values.count) << 3)
      let start = words.count
      words += Array(repeating: 0, count: values.count)
      write(values, at: start)
    case .structures(let dataWords, let pointers, let bodies):
      let size = dataWords + pointers
      point(index, kind: 1, rest: 7 | UInt64(size * bodies.count) << 3)
      words.append(
        UInt64(bodies.count) << 2 | UInt64(dataWords) << 32 | UInt64(pointers) << 48)
      let start = words.count
      for body in bodies {
        append(body.data)
        words += Array(repeating: 0, count: pointers)
      }
      for (number, body) in bodies.enumerated() {
        write(body.pointers, at: start + number * size + dataWords)
      }
    }
  }

  private mutating func write(_ values: [WireValue], at start: Int) {
    for (number, value) in values.enumerated() { write(value, at: start + number) }
  }
}
