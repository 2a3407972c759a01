internal import CapnProto

/// A value in the text of a configuration, with the path to it.
struct ConfigNode {
  let document: JSONDocument
  let place: Int
  let path: String

  var isNull: Bool {
    if case .null = document.node(place) { return true }
    return false
  }

  func fault(_ message: String) -> ReductionsError { .configuration(path, message) }

  func text() throws(ReductionsError) -> String {
    guard case .string(let text) = document.node(place) else { throw fault("a text is needed") }
    return text
  }

  func bool() throws(ReductionsError) -> Bool {
    guard case .bool(let value) = document.node(place) else {
      throw fault("true or false is needed")
    }
    return value
  }

  func float() throws(ReductionsError) -> Float {
    guard case .number(let text) = document.node(place),
      let value = Double(String(decoding: text.prefix(1000), as: UTF8.self))
    else { throw fault("a number is needed") }
    guard Float(value).isFinite else { throw fault("the number is too large") }
    return Float(value)
  }

  func integer(_ range: ClosedRange<UInt64>) throws(ReductionsError) -> UInt64 {
    guard case .number(let text) = document.node(place),
      let value = UInt64(String(decoding: text.prefix(100), as: UTF8.self)), range.contains(value)
    else {
      throw fault("an integer from \(range.lowerBound) to \(range.upperBound) is needed")
    }
    return value
  }

  func elements() throws(ReductionsError) -> [ConfigNode] {
    guard case .array(let places) = document.node(place) else { throw fault("a list is needed") }
    return places.enumerated().map {
      ConfigNode(document: document, place: $1, path: "\(path)[\($0)]")
    }
  }

  func members() throws(ReductionsError) -> [(key: String, value: ConfigNode)] {
    guard case .object(let members) = document.node(place) else {
      throw fault("an object is needed")
    }
    return members.map { key, place in
      let step = path.isEmpty ? key : "\(path).\(key)"
      return (key, ConfigNode(document: document, place: place, path: step))
    }
  }

  /// All of it, as it is written.
  var value: JSONValue { JSONValue(document, place) }
}
