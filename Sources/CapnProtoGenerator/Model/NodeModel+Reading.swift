import CapnProto

extension NodeModel {
  init(_ node: Schema.Node.Reader, comments: Comments) throws(CapnProtoError) {
    id = node.id
    scopeID = node.scopeId
    displayName = String(try node.displayName)
    let prefix = Int(node.displayNamePrefixLength)
    name = String(decoding: displayName.utf8.dropFirst(prefix), as: UTF8.self)
    parameters = []
    for parameter in try node.parameters { parameters.append(String(try parameter.name)) }
    isGeneric = node.isGeneric
    nested = []
    for item in try node.nestedNodes { nested.append(item.id) }
    annotations = try [AnnotationModel](node.annotations)
    documentation = comments.node
    reader = node
    kind = try Kind(node, comments: comments)
    if case .file = kind { name = "" }
  }
}

extension NodeModel.Kind {
  init(_ node: Schema.Node.Reader, comments: Comments) throws(CapnProtoError) {
    switch node.which {
    case .file:
      self = .file
    case .struct(let reader):
      self = .structure(try StructModel(reader, comments: comments))
    case .enum(let reader):
      var enumerants: [EnumerantModel] = []
      for (index, item) in try reader.enumerants.enumerated() {
        enumerants.append(
          EnumerantModel(
            name: String(try item.name), codeOrder: Int(item.codeOrder),
            documentation: comments.member(index),
            annotations: try [AnnotationModel](item.annotations)))
      }
      self = .enumeration(enumerants)
    case .interface(let reader):
      self = .interface(try InterfaceModel(reader))
    case .const(let reader):
      self = .constant(try TypeModel(reader.type), try ValueModel(reader.value))
    case .annotation(let reader):
      self = .annotation(try TypeModel(reader.type))
    case .unrecognized(let tag):
      throw CapnProtoError(
        .malformed, "Declaration \(node.id.hex) is of the unknown kind \(tag).")
    }
  }
}

extension InterfaceModel {
  init(_ reader: Schema.Node.Interface.Reader) throws(CapnProtoError) {
    superclasses = []
    for item in try reader.superclasses { superclasses.append(item.id) }
    methodStructs = []
    for method in try reader.methods {
      methodStructs += [method.paramStructType, method.resultStructType]
    }
  }
}

extension [AnnotationModel] {
  init(_ list: List<Schema.Annotation>.Reader) throws(CapnProtoError) {
    self = []
    for item in list {
      append(AnnotationModel(id: item.id, value: try ValueModel(item.value)))
    }
  }
}
