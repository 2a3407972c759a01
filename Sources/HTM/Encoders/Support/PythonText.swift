internal import Foundation

/// Numbers in the words of Python, which are in NuPIC's names and descriptions.
enum PythonText {
  /// A number of which NuPIC knows that it need not be whole: 1 is `1.0`.
  static func real(_ number: Double) -> String {
    let text = String(format: "%.12g", number)
    let isWhole = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
    return isWhole ? text + ".0" : text
  }

  /// A number that is most likely meant as a whole one if it is: 1 is `1`.
  static func plain(_ number: Double) -> String { String(format: "%.12g", number) }

  /// A number with two digits behind the point.
  static func short(_ number: Double) -> String { String(format: "%.2f", number) }

  /// Ranges, as decoded values are described.
  static func ranges(_ ranges: [ClosedRange<Double>]) -> String {
    ranges.map { range in
      range.lowerBound == range.upperBound
        ? short(range.lowerBound) : "\(short(range.lowerBound))-\(short(range.upperBound))"
    }.joined(separator: ", ")
  }
}

/// Logarithms and powers of the C library, which NuPIC's Python takes.
enum Decimal10 {
  static func logarithm(_ number: Double) -> Double { Foundation.log10(number) }

  static func power(_ exponent: Double) -> Double { Foundation.pow(10, exponent) }
}
