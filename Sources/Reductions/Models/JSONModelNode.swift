internal import CapnProto

/// A value in a model that is JSON.
struct JSONModelNode: ModelNode {
  let document: JSONDocument
  let place: Int

  private var node: JSONDocument.Node { document.node(place) }

  var isNull: Bool {
    if case .null = node { return true }
    return false
  }

  func unsigned(_ path: String) throws(ReductionsError) -> UInt64 {
    guard case .number(let text) = node,
      let value = UInt64(String(decoding: text.prefix(100), as: UTF8.self))
    else { throw .model(path, "an integer is needed that is not negative") }
    return value
  }

  func float(_ path: String) throws(ReductionsError) -> Float {
    switch node {
    case .number(let text):
      let text = String(decoding: text.prefix(1000), as: UTF8.self)
      guard let value = Double(text) else { throw .model(path, "a number is needed") }
      return Float(value)
    // JSON has no other way to say it.
    case .null: return .nan
    default: throw .model(path, "a number is needed")
    }
  }

  func bool(_ path: String) throws(ReductionsError) -> Bool {
    guard case .bool(let value) = node else { throw .model(path, "true or false is needed") }
    return value
  }

  func text(_ path: String) throws(ReductionsError) -> String {
    guard case .string(let text) = node else { throw .model(path, "a text is needed") }
    return text
  }

  func elements(_ path: String) throws(ReductionsError) -> [JSONModelNode] {
    guard case .array(let places) = node else { throw .model(path, "a list is needed") }
    return places.map { JSONModelNode(document: document, place: $0) }
  }

  func member(_ name: String, _ path: String) throws(ReductionsError) -> JSONModelNode? {
    guard case .object(let members) = node else { throw .model(path, "an object is needed") }
    return members.first { $0.key == name }.map {
      JSONModelNode(document: document, place: $0.value)
    }
  }

  func value(_ path: String, depth: Int, budget: inout Int) throws(ReductionsError) -> JSONValue {
    JSONValue(document, place)
  }

  func weights(numBits: Int, _ path: String) throws(ReductionsError) -> WeightTable {
    guard case .object(let members) = node else { throw .model(path, "an object is needed") }
    var table = WeightTable(numBits: numBits)
    for (key, place) in members {
      let step = "\(path).\(key.prefix(60))"
      guard let index = UInt32(key), UInt64(index) >> UInt64(numBits) == 0 else {
        throw .model(step, "there is no such feature: they are 0 to 2^\(numBits) - 1")
      }
      let slot = table.makePlace(index)
      table[slot] = try state(place, step)
    }
    return table
  }

  /// The numbers of a feature, in a list for the one model that there is.
  private func state(_ place: Int, _ path: String) throws(ReductionsError) -> CoinState {
    guard case .array(let models) = document.node(place), models.count == 1,
      case .array(let places) = document.node(models[0]), places.count == CoinState.count
    else { throw .model(path, "one list of \(CoinState.count) numbers is needed") }
    var state = CoinState()
    for (index, place) in places.enumerated() {
      state.numbers[index] = try JSONModelNode(document: document, place: place).float(path)
    }
    return state
  }
}
