internal import Foundation

/// Numbers as SVG takes them.
enum Number {
  static func of(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let text = String(format: "%.1f", min(max(value, -1e6), 1e6))
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// Writes SVG.
struct SVGCanvas {
  /// How text looks and where its place is.
  enum TextStyle: String {
    case title = "t"
    case heading = "h"
    case small = "s"
    case label = "l"
    case labelMiddle = "l m"
    case tickMiddle = "k m"
    case tickRight = "k e"
  }

  enum LineStyle: String {
    case grid = "g"
    case axis = "a"
    case level = "v"
  }

  enum PathStyle {
    case line(Int)
    case thinLine(Int)
    case bar(Int)
    case mark(Int)
    case markLine(Int)
    case palette((UInt8, UInt8, UInt8))
  }

  private var body = ""

  private static let light = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b07d00", "#56b4e9"]
  private static let dark = ["#56b4e9", "#ff8c42", "#2fd3a3", "#e5a3c8", "#e6b800", "#8ccff5"]

  private static func style(
    _ colors: [String], ground: String, ink: String, soft: String, rule: String
  )
    -> String
  {
    var lines = [
      ".b{fill:\(ground)}", "text{fill:\(ink)}", ".s,.k{fill:\(soft)}",
      ".g{stroke:\(rule)}", ".a,.f{stroke:\(soft)}", ".v{stroke:\(ink)}",
    ]
    for (index, color) in colors.enumerated() {
      lines.append(".c\(index){stroke:\(color)}.d\(index){fill:\(color)}")
    }
    return lines.joined()
  }

  /// The whole, with what everything looks like.
  func document(width: Double, height: Double, title: String) -> String {
    let fixed =
      "text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',Helvetica,Arial,"
      + "sans-serif;font-size:12px}.t{font-size:18px;font-weight:600}"
      + ".h{font-size:14px;font-weight:600}.m{text-anchor:middle}.e{text-anchor:end}"
      + ".g,.a,.f,.v{stroke-width:1;fill:none}.v{stroke-dasharray:6 4}"
      + ".p,.n{fill:none;stroke-width:1.4;stroke-linejoin:round}.n{stroke-width:.8}.q{fill:none;stroke-width:1;"
      + "stroke-opacity:.55}"
    let light = Self.style(
      Self.light, ground: "#ffffff", ink: "#1f2328", soft: "#57606a", rule: "#e3e6ea")
    let dark = Self.style(
      Self.dark, ground: "#14181d", ink: "#e6e9ec", soft: "#a3adb8", rule: "#2c333b")
    let size = "width=\"\(Number.of(width))\" height=\"\(Number.of(height))\""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \(size) \
      viewBox="0 0 \(Number.of(width)) \(Number.of(height))" role="img">
      <title>\(Self.escaped(title))</title>
      <style>\(fixed)\(light)@media (prefers-color-scheme:dark){\(dark)}</style>
      <rect class="b" \(size)/>
      \(body)</svg>

      """
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // XML has no words for these.
      case _ where character.value < 0x20 || 0xFFFE...0xFFFF ~= character.value:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  mutating func text(_ text: String, x: Double, y: Double, _ style: TextStyle) {
    body +=
      "<text class=\"\(style.rawValue)\" x=\"\(Number.of(x))\" y=\"\(Number.of(y))\">"
      + "\(Self.escaped(text))</text>\n"
  }

  /// Text that is read from below.
  mutating func vertical(_ text: String, x: Double, y: Double, room: Double) {
    let shown = TextWidth.cut(text, size: 12, width: room)
    let place = "\(Number.of(x)) \(Number.of(y))"
    body +=
      "<text class=\"l m\" transform=\"translate(\(place)) rotate(-90)\">"
      + "\(Self.escaped(shown))</text>\n"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: LineStyle) {
    body +=
      "<path class=\"\(style.rawValue)\" d=\"M\(Number.of(x1)) \(Number.of(y1))"
      + "L\(Number.of(x2)) \(Number.of(y2))\"/>\n"
  }

  mutating func path(_ path: String, _ style: PathStyle) {
    if case .palette(let color) = style {
      body += "<path fill=\"rgb(\(color.0),\(color.1),\(color.2))\" d=\"\(path)\"/>\n"
      return
    }
    let classes =
      switch style {
      case .line(let color): "p c\(color % Self.light.count)"
      case .thinLine(let color): "n c\(color % Self.light.count)"
      case .bar(let color), .mark(let color): "d\(color % Self.light.count)"
      case .markLine(let color): "q c\(color % Self.light.count)"
      case .palette: ""
      }
    body += "<path class=\"\(classes)\" d=\"\(path)\"/>\n"
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: PathStyle
  ) {
    path(
      "M\(Number.of(x)) \(Number.of(y))h\(Number.of(width))v\(Number.of(height))"
        + "h\(Number.of(-width))z", style)
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ color: Int) {
    body +=
      "<circle class=\"d\(color % Self.light.count)\" cx=\"\(Number.of(x))\" "
      + "cy=\"\(Number.of(y))\" r=\"\(Number.of(radius))\"/>\n"
  }

  /// The axes: the left edge and the bottom.
  mutating func frame(_ area: Area) {
    body +=
      "<path class=\"f\" d=\"M\(Number.of(area.left)) \(Number.of(area.top))"
      + "V\(Number.of(area.bottom))H\(Number.of(area.right))\"/>\n"
  }

  mutating func image(_ base64: String, _ area: Area) {
    body +=
      "<image x=\"\(Number.of(area.left))\" y=\"\(Number.of(area.top))\" "
      + "width=\"\(Number.of(area.right - area.left))\" "
      + "height=\"\(Number.of(area.bottom - area.top))\" preserveAspectRatio=\"none\" "
      + "style=\"image-rendering:pixelated\" xlink:href=\"data:image/png;base64,\(base64)\"/>\n"
  }
}
