/// Finds out which arrays and objects of JSON get several lines, without keeping the JSON.
struct JSONMeasure {
  /// The longest element of what stays on one line.
  private static let longestElement = 50

  private struct Container {
    let number: Int
    var count = 0
    /// Of the element that is being passed.
    var size = 0
    var total = 0
    var longest = 0
    var hasLines = false

    mutating func endElement() {
      total += size
      longest = max(longest, size)
      size = 0
    }
  }

  private(set) var plan = LinePlan()
  private var outer: [Container] = []
  // The innermost array or object, or what is around the whole.
  private var inner = Container(number: -1)
  private var isInString = false
  private var isEscaped = false

  /// Takes the next bytes.
  mutating func take(_ bytes: [UInt8]) {
    for byte in bytes {
      if isInString {
        inner.size += 1
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else {
        takePlain(byte)
      }
    }
  }

  private mutating func takePlain(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      inner.count = max(inner.count, 1)
      outer.append(inner)
      inner = Container(number: plan.begin())
    case UInt8(ascii: "]"), UInt8(ascii: "}"): end()
    case UInt8(ascii: ","):
      inner.endElement()
      inner.count += 1
    // There is going to be a space behind it.
    case UInt8(ascii: ":"): inner.size += 2
    default:
      inner.count = max(inner.count, 1)
      inner.size += 1
      isInString = byte == UInt8(ascii: "\"")
    }
  }

  private mutating func end() {
    guard let parent = outer.popLast() else { return }
    inner.endElement()
    let isBroken = inner.count > 1 && (inner.hasLines || inner.longest > Self.longestElement)
    if isBroken { plan.breakLines(of: inner.number) }
    // Of what has several lines, it does not matter how much longer it is.
    let size = inner.total + 2 + 2 * max(inner.count - 1, 0)
    inner = parent
    inner.size += size
    inner.hasLines = inner.hasLines || isBroken
  }
}
