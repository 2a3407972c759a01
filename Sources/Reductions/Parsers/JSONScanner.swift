/// Checks the syntax of a line of JSON, and lists its values.
///
/// It reads memory directly, as most of the time of training is spent here: each access stands behind
/// a comparison with the end.
@safe
struct JSONScanner {
  typealias Kind = JSONItems.Kind

  /// As deep as serde_json goes.
  private static let nestingLimit = 128

  private let bytes: UnsafePointer<UInt8>
  private let end: Int
  private var place = 0
  private let memory: JSONItemMemory
  private var items: UnsafeMutablePointer<JSONItems.Item>
  private var capacity: Int
  private var count = 0
  /// The array or object that is open; its `next` is the one around it until it is closed.
  private var container = UInt32.max
  private var depth = 0

  /// - Parameter line: memory that stays where it is for as long as this lives.
  @unsafe
  init?(_ line: UnsafeBufferPointer<UInt8>, _ memory: JSONItemMemory) {
    guard let start = line.baseAddress else { return nil }
    unsafe bytes = start
    end = line.count
    self.memory = memory
    unsafe items = memory.items
    capacity = memory.capacity
  }

  mutating func parse() throws(ReductionsError) -> JSONItems {
    skipSpace()
    values: while true {
      let kind = try value()
      if kind == .array || kind == .object {
        try open()
        skipSpace()
        if !closes(kind) {
          if kind == .object { try key() }
          continue values
        }
        close()
      }
      while true {
        skipSpace()
        guard container != .max else {
          guard place == end else { throw Self.fault(place, "nothing may follow the value") }
          return unsafe JSONItems(items, count: count)
        }
        let kind = unsafe items[Int(container)].kind
        if closes(kind) {
          close()
          continue
        }
        guard take(UInt8(ascii: ",")) else {
          throw Self.fault(place, "a comma or a closing bracket is missing")
        }
        skipSpace()
        if kind == .object { try key() }
        continue values
      }
    }
  }

  /// Goes into the item that was added last.
  private mutating func open() throws(ReductionsError) {
    guard depth < Self.nestingLimit else {
      throw Self.fault(place, "it is more than \(Self.nestingLimit) levels deep")
    }
    depth += 1
    unsafe items[count - 1].next = container
    container = UInt32(truncatingIfNeeded: count - 1)
  }

  private mutating func close() {
    let outer = unsafe items[Int(container)].next
    unsafe items[Int(container)].next = UInt32(truncatingIfNeeded: count)
    container = outer
    depth -= 1
  }

  @inline(__always)
  private mutating func add(_ kind: Kind, _ start: Int, _ end: Int) {
    if count == capacity { grow() }
    // A line has less than 4 GiB.
    unsafe items[count] = JSONItems.Item(
      kind: kind, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
      next: UInt32(truncatingIfNeeded: count + 1))
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    memory.grow()
    unsafe items = memory.items
    capacity = memory.capacity
  }

  @inline(__always)
  private mutating func key() throws(ReductionsError) {
    guard take(UInt8(ascii: "\"")) else { throw Self.fault(place, "a key in quotes is missing") }
    try string()
    skipSpace()
    guard take(UInt8(ascii: ":")) else {
      throw Self.fault(place, "the colon behind a key is missing")
    }
    skipSpace()
  }

  @inline(__always)
  private mutating func value() throws(ReductionsError) -> Kind {
    guard place < end else { throw Self.fault(place, "the line ends before the value") }
    switch byte(at: place) {
    case UInt8(ascii: "\""):
      place += 1
      try string()
      return .string
    case UInt8(ascii: "{"):
      place += 1
      add(.object, place, place)
      return .object
    case UInt8(ascii: "["):
      place += 1
      add(.array, place, place)
      return .array
    case UInt8(ascii: "t"): return try literal("true", .true)
    case UInt8(ascii: "f"): return try literal("false", .false)
    case UInt8(ascii: "n"): return try literal("null", .null)
    default:
      let start = place
      try skipNumber()
      add(.number, start, place)
      return .number
    }
  }

  private mutating func literal(
    _ word: StaticString, _ kind: Kind
  ) throws(ReductionsError) -> Kind {
    let start = place
    guard end - start >= word.utf8CodeUnitCount else {
      throw Self.fault(place, "this is no value")
    }
    for index in 0..<word.utf8CodeUnitCount
    where unsafe byte(at: start + index) != word.utf8Start[index] {
      throw Self.fault(place, "this is no value")
    }
    place += word.utf8CodeUnitCount
    add(kind, start, place)
    return kind
  }

  /// The rest of a string behind its first quote.
  @inline(__always)
  private mutating func string() throws(ReductionsError) {
    let start = place
    var kind = Kind.string
    while place < end {
      skipPlain()
      let byte = byte(at: place)
      if byte == UInt8(ascii: "\"") {
        add(kind, start, place)
        place += 1
        return
      }
      if byte == UInt8(ascii: "\\") {
        kind = .escaped
        place += 1
      } else if byte < 0x20 {
        throw Self.fault(place, "a string has a control character that is not escaped")
      }
      place += 1
    }
    throw Self.fault(start, "a string does not end")
  }

  /// Goes over bytes that mean nothing in a string, but not to the end.
  @inline(__always)
  private mutating func skipPlain() {
    while end - place > 8 {
      let word = UInt64(
        littleEndian: unsafe UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self))
      let found =
        word.below(32) | word.equal(UInt8(ascii: "\"")) | word.equal(UInt8(ascii: "\\"))
      guard found == 0 else {
        place += found.trailingZeroBitCount / 8
        return
      }
      place += 8
    }
  }

  @inline(never)
  static func fault(_ place: Int, _ message: String) -> ReductionsError {
    .input("byte \(place)", "\(message), so this is no JSON")
  }
}

extension JSONScanner {
  /// The byte at a place before the end.
  @inline(__always)
  private func byte(at place: Int) -> UInt8 { unsafe bytes[place] }

  @inline(__always)
  private mutating func skipSpace() {
    while place < end {
      let byte = byte(at: place)
      guard byte == 32 || byte == 9 || byte == 10 || byte == 13 else { return }
      place += 1
    }
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < end, self.byte(at: place) == byte else { return false }
    place += 1
    return true
  }

  @inline(__always)
  private mutating func closes(_ kind: Kind) -> Bool {
    take(kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
  }

  @inline(__always)
  private mutating func digits() -> Bool {
    let start = place
    while place < end, byte(at: place).isDigit { place += 1 }
    return place > start
  }

  @inline(__always)
  private mutating func skipNumber() throws(ReductionsError) {
    let start = place
    _ = take(UInt8(ascii: "-"))
    var isNumber = take(UInt8(ascii: "0")) || digits()
    if isNumber, take(UInt8(ascii: ".")) { isNumber = digits() }
    if isNumber, place < end, byte(at: place) | 0x20 == UInt8(ascii: "e") {
      place += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      isNumber = digits()
    }
    guard isNumber, place == end || !byte(at: place).isDigit else {
      throw Self.fault(start, "this is no value")
    }
  }
}
