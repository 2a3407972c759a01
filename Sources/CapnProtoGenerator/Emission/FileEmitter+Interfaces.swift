extension FileEmitter {
  /// Emits an interface: a namespace for what is declared in it, since calls are not supported.
  func emitInterface(_ node: NodeModel) throws(GeneratorError) {
    code.documentation(node.documentation)
    try code.block("\(access) enum \(declaredName(of: node))") { () throws(GeneratorError) in
      emitSchemaProperty(node)
      for id in node.nested {
        try emitDeclaration(id)
      }
    }
    if case .interface(let interface) = node.kind {
      // The unnamed structs of parameters and results: no Swift types, but parts of the schema.
      for id in interface.methodStructs {
        guard let part = model.nodes[id], model.file(of: part) == nil else { continue }
        try emitSchemaNode(part)
      }
    }
  }
}
