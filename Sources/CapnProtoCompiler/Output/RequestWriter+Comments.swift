internal import CapnProto

extension RequestWriter {
  func writeInfo(
    _ record: Record, _ info: Schema.Node.SourceInfo.Builder
  ) throws(CapnProtoError) {
    switch record {
    case .structure(let structure, _, _):
      try write(
        structure.id, structure.comment, structure.fields.map(\.declaration.comment), info)
    case .enumeration(let entity, _, let enumerants):
      try write(
        entity.id, entity.declaration.comment, enumerants.map(\.declaration.comment), info)
    case .interface(let entity, _, let methods, _):
      try write(entity.id, entity.declaration.comment, methods.map(\.declaration.comment), info)
      // The tool has an empty list here for an interface, and none for other declarations.
      if methods.isEmpty { _ = try info.initMembers(count: 0) }
    case .file(let entity, _), .constant(let entity, _, _), .annotation(let entity, _, _):
      try write(entity.id, entity.declaration.comment, [], info)
    }
  }

  private func write(
    _ id: UInt64, _ comment: String?, _ comments: [String?],
    _ info: Schema.Node.SourceInfo.Builder
  ) throws(CapnProtoError) {
    info.id = id
    if let comment { try info.setDocComment(comment) }
    guard !comments.isEmpty else { return }
    let members = try info.initMembers(count: comments.count)
    for (index, comment) in comments.enumerated() {
      if let comment { try members[index].setDocComment(comment) }
    }
  }
}
