/// About how wide text is, so that it can be given room before anybody draws it.
enum TextWidth {
  /// In the letters that most systems have, no letter is left out.
  static func of(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + share($1) } * size
  }

  private static func share(_ character: Unicode.Scalar) -> Double {
    switch character {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", "\u{202F}": 0.3
    case "f", "t", "r", "(", ")", "[", "]", " ", "-", "/": 0.4
    case "m", "w", "M", "W", "%", "@": 0.92
    case "A"..."Z": 0.7
    case "a"..."z", "0"..."9", "−", "_", "=": 0.64
    default: character.value > 0x2E80 ? 1.05 : 0.65
    }
  }

  /// Text in lines that are no wider than there is room; what is too long in itself is cut.
  static func wrapped(
    _ text: String, size: Double, width: Double, isBold: Bool = false, mostLines: Int = 2
  ) -> [String] {
    let width = isBold ? width / 1.12 : width
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, of(last + " " + word, size: size) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(cut(String(word), size: size, width: width))
      }
      guard lines.count <= mostLines else {
        lines.removeLast()
        lines[lines.count - 1] = cut(lines[lines.count - 1] + " …", size: size, width: width)
        break
      }
    }
    return lines
  }

  static func cut(_ text: String, size: Double, width: Double) -> String {
    guard of(text, size: size) > width else { return text }
    var result = ""
    for character in text where of(result, size: size) < width - size * 1.2 {
      result.append(character)
    }
    return result + "…"
  }
}
