import Foundation

/// What Linux tells of this program; nil elsewhere.
enum Usage {
  /// What all calls to read have given so far.
  static func readMegabytes() throws -> Double? {
    try number("rchar:", in: "/proc/self/io").map { $0 / 1_048_576 }
  }

  /// The memory that is no file's.
  static func ownMegabytes() throws -> Double? {
    try number("Anonymous:", in: "/proc/self/smaps_rollup").map { $0 / 1024 }
  }

  private static func number(_ key: String, in path: String) throws -> Double? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    let text = String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
    return line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }
  }
}
