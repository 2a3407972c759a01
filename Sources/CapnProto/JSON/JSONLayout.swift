/// Puts spaces and line breaks into JSON that has none, and may come in pieces.
///
/// What has an element of more than 50 characters, or one of several lines, gets a line for each.
struct JSONLayout {
  private struct Container {
    let isBroken: Bool
    let isObject: Bool
  }

  private var plan: LinePlan
  private var open: [Container] = []
  private var indentation = 0
  private var isInString = false
  private var isEscaped = false
  private(set) var result: [UInt8] = []

  /// The same JSON for people; it has to be sound.
  static func pretty(_ compact: [UInt8]) -> [UInt8] {
    var measure = JSONMeasure()
    measure.take(compact)
    var layout = JSONLayout(measure.plan)
    layout.take(compact)
    return layout.result
  }

  /// Lays out JSON of which is known what gets several lines.
  init(_ plan: LinePlan) { self.plan = plan }

  /// Takes what was laid out since this was called last.
  mutating func takeResult() -> [UInt8] {
    defer { result.removeAll(keepingCapacity: true) }
    return result
  }

  /// Takes the next bytes.
  mutating func take(_ bytes: [UInt8]) {
    for byte in bytes {
      if isInString {
        result.append(byte)
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
      result.append(byte)
      begin(isObject: byte == UInt8(ascii: "{"))
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if let last = open.popLast(), last.isBroken {
        result.append(UInt8(ascii: " "))
        indentation -= 1
      }
      result.append(byte)
    case UInt8(ascii: ","):
      result.append(byte)
      if open.last?.isBroken ?? false { breakLine() } else { result.append(UInt8(ascii: " ")) }
    case UInt8(ascii: ":"):
      result.append(byte)
      result.append(UInt8(ascii: " "))
    default:
      isInString = byte == UInt8(ascii: "\"")
      result.append(byte)
    }
  }

  private mutating func begin(isObject: Bool) {
    let isMember = open.last?.isObject ?? false
    let isBroken = plan.next()
    open.append(Container(isBroken: isBroken, isObject: isObject))
    guard isBroken else { return }
    indentation += 1
    if isMember { breakLine() } else { result.append(UInt8(ascii: " ")) }
  }

  private mutating func breakLine() {
    result.append(10)
    result += repeatElement(UInt8(ascii: " "), count: 2 * indentation)
  }
}
