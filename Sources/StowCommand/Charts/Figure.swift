internal import Foundation

/// A picture of one or more panels below each other, as SVG.
///
/// Its colors can be told apart by people who see few of them, on light and on dark ground; viewers
/// that know which of both is wanted take it.
struct Figure {
  /// What the picture shows.
  var title: String

  /// More about it, in small letters.
  var subtitle = ""

  var width = 900.0
  var panels: [Panel]

  init(title: String, subtitle: String = "", width: Double = 900, panels: [Panel]) {
    (self.title, self.subtitle, self.width, self.panels) = (title, subtitle, width, panels)
  }

  /// The picture.
  var svg: String {
    var canvas = SVGCanvas()
    let shown = subtitle.isEmpty ? [] : TextWidth.wrapped(subtitle, size: 12, width: width - 32)
    var top = 14.0
    if !title.isEmpty {
      for line in TextWidth.wrapped(title, size: 18, width: width - 32, isBold: true) {
        canvas.text(line, x: 16, y: top + 16, .title)
        top += 24
      }
    }
    for line in shown {
      canvas.text(line, x: 16, y: top + 11, .small)
      top += 17
    }
    top += 6
    // Panels below each other have their left edges below each other.
    let left = panels.map(\.leftMargin).max() ?? 0
    for panel in panels {
      top = panel.draw(on: &canvas, left: left, top: top, width: width)
    }
    return canvas.document(width: width, height: top + 8, title: title)
  }
}
