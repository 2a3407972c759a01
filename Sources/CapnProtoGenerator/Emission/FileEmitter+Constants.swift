extension FileEmitter {
  /// Emits a constant: a value, or a reader for what lies behind a pointer.
  func emitConstant(
    _ node: NodeModel, _ type: TypeModel, _ value: ValueModel
  ) throws(GeneratorError) {
    let spelled = try spelling(type, in: node)
    let swiftType: String
    let expression: String
    switch (type, value) {
    case (.void, _): (swiftType, expression) = ("Swift::Void", "()")
    case (_, .bool(let value)): (swiftType, expression) = (spelled, "\(value)")
    case (_, .int(let value)): (swiftType, expression) = (spelled, "\(value)")
    case (_, .uint(let value)): (swiftType, expression) = (spelled, "\(value)")
    case (_, .float32(let bits)): (swiftType, expression) = (spelled, Literal.float(bits))
    case (_, .float64(let bits)): (swiftType, expression) = (spelled, Literal.double(bits))
    case (_, .enumeration(let value)):
      (swiftType, expression) = (spelled, "\(spelled)(rawValue: \(value))")
    case (.text, .text(let text)):
      (swiftType, expression) = ("Swift::String", Literal.string(text))
    case (.data, .data(let bytes)):
      (swiftType, expression) = ("[Swift::UInt8]", Literal.bytes(bytes))
    case (.text, _): (swiftType, expression) = ("Swift::String", "\"\"")
    case (.data, _): (swiftType, expression) = ("[Swift::UInt8]", "[]")
    default:
      let name = "_capnp_const_\(node.id.hex.dropFirst(2))"
      declareMessage(name, value.message ?? [0])
      (swiftType, expression) = ("\(spelled).Reader", "\(name).read(\(spelled).self)")
    }
    code.documentation(node.documentation)
    let name = Identifier.spelled(names.name(of: node))
    code.line("\(access) \(staticPrefix(node))var \(name): \(swiftType) { \(expression) }")
  }

  /// Emits the key by which an annotation of the schema is read at run time.
  func emitAnnotation(_ node: NodeModel, _ type: TypeModel) throws(GeneratorError) {
    let key = "CapnProto::AnnotationKey<\(try spelling(type, in: node))>"
    let name = Identifier.spelled(names.name(of: node))
    code.documentation(node.documentation)
    code.line(
      "\(access) \(staticPrefix(node))var \(name): \(key) { \(key)(id: \(node.id.hex)) }")
  }

  /// `static `, unless the declaration is at the top level of the module.
  private func staticPrefix(_ node: NodeModel) -> String {
    node.scopeID == file.id && settings.namespace.isEmpty ? "" : "static "
  }
}
