internal import Foundation

/// Sizes, as people read them.
enum ByteText {
  static func of(_ count: Int) -> String {
    guard count >= 1000 else { return "\(count) B" }
    var value = Double(count)
    for unit in ["kB", "MB", "GB", "TB", "PB", "EB"] {
      value /= 1000
      if value < 999.95 || unit == "EB" { return String(format: "%.1f ", value) + unit }
    }
    return "\(count) B"
  }
}
