/// From nearly white to dark blue: more is darker, for every eye and on every printer.
enum HeatColors {
  private static let stops: [(Double, Double, Double)] = [
    (247, 251, 255), (198, 219, 239), (107, 174, 214), (33, 113, 181), (8, 48, 107),
  ]

  static let palette: [(UInt8, UInt8, UInt8)] = (0..<256).map { index in
    let place = Double(index) / 255 * Double(stops.count - 1)
    let low = min(Int(place), stops.count - 2)
    let share = place - Double(low)
    func mix(_ from: Double, _ to: Double) -> UInt8 { UInt8(from + (to - from) * share) }
    let (one, two) = (stops[low], stops[low + 1])
    return (mix(one.0, two.0), mix(one.1, two.1), mix(one.2, two.2))
  }
}
