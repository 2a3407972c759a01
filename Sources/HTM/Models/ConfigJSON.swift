internal import Foundation
internal import Stowage

/// A value of JSON from anywhere.
struct ConfigJSON: Decodable {
  let value: Value

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let keyed = try? decoder.container(keyedBy: Key.self) {
      var table = Table()
      for key in keyed.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
        let element = try keyed.decode(ConfigJSON.self, forKey: key)
        table[.string(key.stringValue)] = element.value
      }
      value = .table(table)
      return
    }
    if var list = try? decoder.unkeyedContainer() {
      var elements: [Value] = []
      while !list.isAtEnd { elements.append(try list.decode(ConfigJSON.self).value) }
      value = .array(elements)
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      value = .null
    } else if let flag = try? single.decode(Bool.self) {
      value = .bool(flag)
    } else if let number = try? single.decode(Int64.self) {
      value = .int(number)
    } else if let number = try? single.decode(Double.self) {
      value = .double(number)
    } else {
      value = .string(try single.decode(String.self))
    }
  }

  static func parse(_ text: String, _ path: String) throws(HTMError) -> Value {
    do {
      return try JSONDecoder().decode(ConfigJSON.self, from: Data(text.utf8)).value
    } catch {
      throw .parameter(path, "it is no JSON that can be read: \(error)")
    }
  }
}
