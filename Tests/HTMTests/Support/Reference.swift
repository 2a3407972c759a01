import Foundation
import Testing

/// What the real NuPIC wrote and computed.
struct Reference {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/nupic")

  let value: Any

  init(_ path: String) throws {
    let data = try Data(contentsOf: Self.folder.appending(path: path))
    value = try JSONSerialization.jsonObject(with: data)
  }

  private init(value: Any) { self.value = value }

  static func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: path))
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

  var number: Double { get throws { try #require(value as? NSNumber).doubleValue } }
  var float: Float { get throws { Float(try number) } }
  var int: Int { get throws { try #require(value as? NSNumber).intValue } }
  var bool: Bool { get throws { try #require(value as? NSNumber).boolValue } }
  var string: String { get throws { try #require(value as? String) } }
  var isString: Bool { value is String }
  var ints: [Int] { get throws { try items.map { try $0.int } } }
  var floats: [Float] { get throws { try items.map { try $0.float } } }
}
