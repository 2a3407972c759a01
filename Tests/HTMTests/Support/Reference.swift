import CapnProto
import Foundation
import Testing

/// What the real NuPIC wrote and computed.
///
/// With `STOWAGE_NUPIC_CASES` in the environment, the cases in that folder are tried in the place of
/// the fixtures': larger ones, or more of them.
struct Reference {
  static let fixtures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/nupic")

  private static let more = ProcessInfo.processInfo.environment["STOWAGE_NUPIC_CASES"]
    .map { URL(filePath: $0) }

  static let folder = more ?? fixtures

  /// The cases with a name that begins as one of these.
  static func cases(_ prefixes: String...) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    return (names ?? []).filter { name in prefixes.contains { name.hasPrefix($0) } }.sorted()
  }

  /// The message of a case, or nil where the case has it in the other form only.
  static func file(_ path: String, packed: Bool) throws -> Message? {
    let file = url(path + (packed ? ".packed.bin" : ".bin"))
    guard FileManager.default.fileExists(atPath: file.path()) else { return nil }
    let data = try Data(contentsOf: file)
    return packed ? try Message(packed: data) : try Message(data)
  }

  private static func url(_ path: String) -> URL {
    // Not everything is a case, and some cases are ours alone.
    let file = folder.appending(path: path)
    let isThere = FileManager.default.fileExists(atPath: file.path())
    return isThere ? file : fixtures.appending(path: path)
  }

  let value: Any

  init(_ path: String) throws {
    let data = try Data(contentsOf: Self.url(path))
    value = try JSONSerialization.jsonObject(with: data)
  }

  private init(value: Any) { self.value = value }

  static func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: url(path))
  }

  subscript(_ key: String) -> Reference {
    get throws { Reference(value: try #require((value as? [String: Any])?[key], "\(key)")) }
  }

  subscript(_ index: Int) -> Reference {
    get throws { Reference(value: try #require((value as? [Any])?[index])) }
  }

  func has(_ key: String) -> Bool { (value as? [String: Any])?[key] != nil }

  var items: [Reference] {
    get throws { try #require(value as? [Any]).map { Reference(value: $0) } }
  }

  var fields: [String: Reference] {
    get throws { try #require(value as? [String: Any]).mapValues { Reference(value: $0) } }
  }

  /// From the digits: the number's own conversion is not exact to the last bit.
  var number: Double {
    get throws {
      let digits = try #require(value as? NSNumber).description
      return try #require(Double(digits))
    }
  }

  var float: Float { get throws { Float(try number) } }
  var int: Int { get throws { try #require(value as? NSNumber).intValue } }
  var bool: Bool { get throws { try #require(value as? NSNumber).boolValue } }
  var string: String { get throws { try #require(value as? String) } }
  /// A number that is printed in a text, with all its digits.
  var printed: Double {
    get throws {
      let digits = try string
      return try #require(Double(digits))
    }
  }

  var isString: Bool { value is String }
  var ints: [Int] { get throws { try items.map { try $0.int } } }
  var floats: [Float] { get throws { try items.map { try $0.float } } }
}
