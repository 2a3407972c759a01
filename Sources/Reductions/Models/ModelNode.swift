/// A value in a model of reductionml's, whichever of its two formats it is in.
protocol ModelNode {
  var isNull: Bool { get }
  func unsigned(_ path: String) throws(ReductionsError) -> UInt64
  func float(_ path: String) throws(ReductionsError) -> Float
  func bool(_ path: String) throws(ReductionsError) -> Bool
  func text(_ path: String) throws(ReductionsError) -> String

  /// The elements of a list.
  func elements(_ path: String) throws(ReductionsError) -> [Self]

  /// A member of an object, nil where there is none of this name.
  func member(_ name: String, _ path: String) throws(ReductionsError) -> Self?

  /// All of it, as JSON; what it takes is counted off a budget.
  func value(_ path: String, depth: Int, budget: inout Int) throws(ReductionsError) -> JSONValue

  /// Takes the states of features, which the two formats keep in different ways.
  func weights(numBits: Int, _ path: String) throws(ReductionsError) -> WeightTable
}

extension ModelNode {
  subscript(_ name: String, _ path: String) -> ModelField<Self> {
    get throws(ReductionsError) {
      let step = "\(path).\(name)"
      guard let node = try member(name, path) else { throw .model(step, "it is missing") }
      return ModelField(node: node, path: step)
    }
  }
}

/// A value in a model with the path to it.
struct ModelField<Node: ModelNode> {
  let node: Node
  let path: String

  subscript(_ name: String) -> ModelField {
    get throws(ReductionsError) { try node[name, path] }
  }

  /// A member that there need not be.
  func optional(_ name: String) throws(ReductionsError) -> ModelField? {
    guard let node = try node.member(name, path) else { return nil }
    return ModelField(node: node, path: "\(path).\(name)")
  }

  var unsigned: UInt64 { get throws(ReductionsError) { try node.unsigned(path) } }
  var float: Float { get throws(ReductionsError) { try node.float(path) } }
  var bool: Bool { get throws(ReductionsError) { try node.bool(path) } }
  var text: String { get throws(ReductionsError) { try node.text(path) } }

  /// The elements of a list, of which there are at most so many.
  func elements(upTo limit: Int = .max) throws(ReductionsError) -> [ModelField] {
    let elements = try node.elements(path)
    guard elements.count <= limit else {
      throw .model(path, "it has \(elements.count) elements, where at most \(limit) make sense")
    }
    return elements.enumerated().map { ModelField(node: $1, path: "\(path)[\($0)]") }
  }

  /// Refuses an integer other than the one that it has to be.
  func expect(_ value: UInt64) throws(ReductionsError) {
    let found = try unsigned
    guard found == value else {
      throw .model(path, "it is \(found), where only \(value) makes sense")
    }
  }
}
