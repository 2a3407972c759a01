import Foundation

/// How much of each note was unexpected, from the first one on.
struct AnomalyChart {
  private let roundLength: Int
  private var scores: [Double] = []
  private var surprises: [Int] = []

  init(roundLength: Int) { self.roundLength = roundLength }

  mutating func append(_ score: Double, isSurprise: Bool = false) {
    if isSurprise { surprises.append(scores.count) }
    scores.append(score)
  }

  func mean(ofRound round: Int) -> Double { mean(scores.dropFirst(round * roundLength)) }

  var meanOfLastRound: Double { mean(scores.suffix(roundLength)) }

  private func mean(_ scores: ArraySlice<Double>) -> Double {
    let round = scores.prefix(roundLength)
    return round.isEmpty ? 0 : round.reduce(0, +) / Double(round.count)
  }

  /// The last round in one line of text.
  var sparkline: String {
    let levels = Array("▁▂▃▄▅▆▇█")
    return String(scores.suffix(roundLength).map { levels[min(7, Int($0 * 8))] })
  }
}

extension AnomalyChart {
  private static let (left, top, width, height) = (60.0, 60.0, 1000.0, 240.0)

  /// The picture: the rounds side by side, learning on the left and the wrong notes on the right.
  var svg: String {
    let (left, top, width, height) = (Self.left, Self.top, Self.width, Self.height)
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1100 380" font-family="sans-serif" \
      font-size="13" fill="#333">
      <rect width="1100" height="380" fill="#fff"/>
      <text x="\(left)" y="30" font-size="18" font-weight="bold">A song, learnt by heart: how \
      much of each note was unexpected</text>
      """
    ]
    for part in [0.0, 0.5, 1.0] {
      let y = top + height * (1 - part)
      lines.append(
        """
        <line x1="\(left)" y1="\(y)" x2="\(left + width)" y2="\(y)" stroke="#ddd"/>
        <text x="\(left - 8)" y="\(y + 4)" text-anchor="end">\(Int(part * 100)) %</text>
        """)
    }
    let rounds = scores.count / roundLength
    for round in 0..<rounds {
      let x = x(round * roundLength)
      let middle = (x + self.x((round + 1) * roundLength)) / 2
      lines.append(
        """
        <line x1="\(x)" y1="\(top)" x2="\(x)" y2="\(top + height)" stroke="#eee"/>
        <text x="\(middle)" y="\(top + height + 20)" text-anchor="middle">\(round + 1)</text>
        """)
    }
    lines.append(
      """
      <text x="\(left + width / 2)" y="\(top + height + 42)" text-anchor="middle">time that it is \
      played</text>
      <polyline points="\(points)" fill="none" stroke="#2a6fb0" stroke-width="1.2"/>
      """)
    for place in surprises {
      let (x, y) = (x(place), y(scores[place]))
      lines.append(
        "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"5\" fill=\"none\" stroke=\"#d0342c\" stroke-width=\"2\"/>"
      )
    }
    if !surprises.isEmpty {
      lines.append(
        """
        <circle cx="\(left + 6)" cy="358" r="5" fill="none" stroke="#d0342c" stroke-width="2"/>
        <text x="\(left + 20)" y="362">a wrong note</text>
        """)
    }
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  private var points: String {
    scores.indices.map { "\(x($0)),\(y(scores[$0]))" }.joined(separator: " ")
  }

  private func x(_ place: Int) -> Double {
    rounded(Self.left + Self.width * Double(place) / Double(max(1, scores.count)))
  }

  private func y(_ score: Double) -> Double { rounded(Self.top + Self.height * (1 - score)) }

  private func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}
