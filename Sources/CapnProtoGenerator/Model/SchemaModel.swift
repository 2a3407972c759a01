/// Everything that a code generator request says, as plain Swift values.
struct SchemaModel {
  /// The files to generate code for, in the order of the request.
  var files: [FileModel]

  /// Every declaration in those files and in the ones that they import.
  var nodes: [UInt64: NodeModel]

  /// The declaration with `id`, or an error that says who refers to it.
  func node(_ id: UInt64, from referrer: String) throws(GeneratorError) -> NodeModel {
    guard let node = nodes[id] else {
      throw GeneratorError(
        .malformedRequest,
        "\(referrer) refers to declaration \(id.hex), which the request does not contain. "
          + "Use the output of `capnp compile` unchanged.")
    }
    return node
  }

  /// The declaration around `node`, nil for a file or a detached node.
  func scope(of node: NodeModel) -> NodeModel? {
    node.scopeID == 0 ? nil : nodes[node.scopeID]
  }

  /// The file that `node` is declared in, nil for the parameter structs of methods.
  func file(of node: NodeModel) -> NodeModel? {
    var node = node
    while let scope = scope(of: node) { node = scope }
    if case .file = node.kind { return node }
    return nil
  }

  /// `node` and everything around it, the file excluded, from the outside in.
  func lexicalPath(of node: NodeModel) -> [NodeModel] {
    var path: [NodeModel] = []
    var next: NodeModel? = node
    while let node = next {
      if case .file = node.kind { break }
      path.append(node)
      next = scope(of: node)
    }
    return path.reversed()
  }
}

extension UInt64 {
  /// The number as a schema writes an id, without the `@`.
  var hex: String {
    let digits = String(self, radix: 16)
    return "0x" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
