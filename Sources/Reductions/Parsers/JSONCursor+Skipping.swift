// Values that nobody asks for.
extension JSONCursor {
  /// Goes behind the value that begins here, and checks its syntax.
  mutating func skipValue() throws(ReductionsError) {
    let outside = depth
    // A bit for each that is open, set for objects: no more than 128 can be.
    var objects: UInt128 = 0
    while true {
      let first = byte
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        let isObject = first == UInt8(ascii: "{")
        if try open() {
          objects = objects << 1 | (isObject ? 1 : 0)
          if isObject { _ = try key() }
          continue
        }
      } else {
        try skipScalar(first)
      }
      while true {
        if depth == outside { return }
        let isObject = objects & 1 == 1
        if try isObject ? nextKey() : nextValue() {
          if isObject { _ = try key() }
          break
        }
        objects >>= 1
      }
    }
  }

  private mutating func skipScalar(_ first: UInt8) throws(ReductionsError) {
    switch first {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    default:
      guard place < end else { throw Self.fault(place, "the line ends before the value") }
      try skipNumber()
    }
  }

  @inline(__always)
  mutating func literal(_ word: StaticString) throws(ReductionsError) {
    let next = place + word.utf8CodeUnitCount
    guard next <= end, isEqual(Word(start: place, end: next, isEscaped: false), word) else {
      throw Self.fault(place, "this is no value")
    }
    place = next
  }

  /// Goes over null, and tells whether it stands here.
  @inline(__always)
  mutating func takeNull() throws(ReductionsError) -> Bool {
    guard byte == UInt8(ascii: "n") else { return false }
    try literal("null")
    return true
  }

  /// What is wrong with the value here: its syntax, or that it is another than is needed.
  @inline(never)
  func wrong(_ path: InputPath, _ message: String) -> ReductionsError {
    var copy = self
    do throws(ReductionsError) {
      try copy.skipValue()
    } catch {
      return error
    }
    return .input(path, message)
  }
}
