/// Puts spaces and line breaks into JSON that has none.
///
/// What has an element of more than 50 characters, or one of several lines, gets a line for each.
struct JSONLayout {
  private let source: [UInt8]
  private var place = 0
  private var result: [UInt8] = []

  /// Of each array and object, in the order of their beginnings.
  private var counts: [Int] = []
  private var isBroken: [Bool] = []
  private var container = 0

  /// The same JSON for people; it has to be sound, and not deeper than the stack.
  static func pretty(_ compact: [UInt8]) -> [UInt8] {
    var layout = JSONLayout(compact)
    _ = layout.measure(indent: 0, isMember: false)
    layout.place = 0
    layout.container = 0
    layout.write(indent: 0, isMember: false)
    return layout.result
  }

  private init(_ source: [UInt8]) {
    self.source = source
    countElements()
    isBroken = Array(repeating: false, count: counts.count)
  }

  private mutating func countElements() {
    var open: [Int] = []
    var place = 0
    while place < source.count {
      switch source[place] {
      case UInt8(ascii: "\""): place = end(ofStringAt: place) - 1
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        open.append(counts.count)
        counts.append(isClosing(place + 1) ? 0 : 1)
      case UInt8(ascii: ","): if let last = open.last { counts[last] += 1 }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): _ = open.popLast()
      default: break
      }
      place += 1
    }
  }

  private func isClosing(_ place: Int) -> Bool {
    guard place < source.count else { return true }
    return source[place] == UInt8(ascii: "]") || source[place] == UInt8(ascii: "}")
  }

  private func end(ofStringAt start: Int) -> Int {
    var place = start + 1
    while place < source.count, source[place] != UInt8(ascii: "\"") {
      place += source[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place + 1, source.count)
  }

  /// The end of a key, a string, a number or a word.
  private func end(ofScalarAt start: Int) -> Int {
    if start < source.count, source[start] == UInt8(ascii: "\"") {
      return end(ofStringAt: start)
    }
    var place = start
    while place < source.count, !isClosing(place), source[place] != UInt8(ascii: ",") {
      place += 1
    }
    return place
  }

  private var isContainer: Bool {
    place < source.count
      && (source[place] == UInt8(ascii: "[") || source[place] == UInt8(ascii: "{"))
  }

  /// How long the value here is going to be; decides which arrays and objects get several lines.
  private mutating func measure(indent: Int, isMember: Bool) -> (size: Int, isBroken: Bool) {
    guard isContainer else {
      let start = place
      place = end(ofScalarAt: start)
      return (place - start, false)
    }
    let isObject = source[place] == UInt8(ascii: "{")
    let index = container
    let count = counts[index]
    container += 1
    place += 1
    var total = 0
    var longest = 0
    var hasLines = false
    for element in 0..<count {
      if element > 0 { place += 1 }
      var size = 0
      if isObject {
        let start = place
        place = end(ofStringAt: start) + 1
        size = place - start + 1
      }
      let value = measure(indent: indent + (count > 1 ? 1 : 0), isMember: isObject)
      size += value.size
      hasLines = hasLines || value.isBroken
      longest = max(longest, size)
      total += size
    }
    place += 1
    isBroken[index] = count > 1 && (hasLines || longest > 50)
    guard isBroken[index] else { return (total + 2 + 2 * max(count - 1, 0), false) }
    let line = 2 * (indent + 1) + 1
    return (total + 3 + (count - 1) * (line + 1) + (isMember ? line : 1), true)
  }

  private mutating func write(indent: Int, isMember: Bool) {
    guard isContainer else {
      let end = end(ofScalarAt: place)
      result += source[place..<end]
      place = end
      return
    }
    let isObject = source[place] == UInt8(ascii: "{")
    let index = container
    let count = counts[index]
    container += 1
    result.append(source[place])
    place += 1
    let line = [10] + [UInt8](repeating: UInt8(ascii: " "), count: 2 * (indent + 1))
    if isBroken[index] { result += isMember ? line : [UInt8(ascii: " ")] }
    for element in 0..<count {
      if element > 0 {
        place += 1
        result.append(UInt8(ascii: ","))
        result += isBroken[index] ? line : [UInt8(ascii: " ")]
      }
      if isObject {
        let end = end(ofStringAt: place) + 1
        result += source[place..<end]
        result.append(UInt8(ascii: " "))
        place = end
      }
      write(indent: indent + (count > 1 ? 1 : 0), isMember: isObject)
    }
    if isBroken[index] { result.append(UInt8(ascii: " ")) }
    result.append(source[place])
    place += 1
  }
}
