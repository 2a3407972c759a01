// Checking what a declaration says of others.

extension DeclarationNode {
  /// Throws unless all that the declaration mentions is there, and is what it is taken for.
  func checkReferences(_ all: [UInt64: DeclarationNode]) throws(CapnProtoError) {
    switch kind {
    case .file, .enumeration: break
    case .structure(let node): try check(node, all)
    case .interface(let node):
      for id in node.superclasses {
        guard case .interface = all[id]?.kind else {
          throw .missing(id, "an interface", from: self)
        }
      }
    case .constant(let type, _), .annotation(let type, _): try check(type, all)
    }
  }

  private func check(_ node: StructNode, _ all: [UInt64: DeclarationNode]) throws(CapnProtoError) {
    if node.isGroup { try checkScope(all) }
    var groups: Set<UInt64> = []
    for field in node.fields {
      switch field.kind {
      case .slot(_, let type, _, _): try check(type, all)
      case .group(let id):
        guard let group = all[id], let inner = group.structure, inner.isGroup else {
          throw .missing(id, "a group", from: self)
        }
        // Two fields that share a group, at each of many levels, would be a great many fields.
        guard group.scopeID == self.id, groups.insert(id).inserted,
          inner.layout.dataWords <= node.layout.dataWords,
          inner.layout.pointers <= node.layout.pointers
        else { throw .badSchema("the group `\(field.name)` of \(displayName) is not its own") }
      }
    }
  }

  /// Throws when groups lie in each other, and no struct around them.
  private func checkScope(_ all: [UInt64: DeclarationNode]) throws(CapnProtoError) {
    var outer = all[scopeID]
    for _ in 0...64 {
      guard let node = outer?.structure else { break }
      if !node.isGroup { return }
      outer = outer.flatMap { all[$0.scopeID] }
    }
    throw .badSchema("the group \(displayName) lies in no struct, or too deep")
  }

  private func check(_ type: TypeNode, _ all: [UInt64: DeclarationNode]) throws(CapnProtoError) {
    try type.forEachReference { (id, kind) throws(CapnProtoError) in
      switch (kind, all[id]?.kind) {
      case (.structure, .structure(let node)) where !node.isGroup: return
      case (.enumeration, .enumeration), (.interface, .interface): return
      case (.structure, _): throw .missing(id, "a struct", from: self)
      case (.enumeration, _): throw .missing(id, "an enumeration", from: self)
      case (.interface, _): throw .missing(id, "an interface", from: self)
      }
    }
  }
}

extension CapnProtoError {
  fileprivate static func missing(
    _ id: UInt64, _ kind: String, from node: DeclarationNode
  ) -> CapnProtoError {
    .badSchema(
      "\(node.displayName) takes the declaration 0x\(String(id, radix: 16)) for \(kind), and there "
        + "is none: load all that it mentions together with it")
  }

  static func otherVersion(_ node: DeclarationNode) -> CapnProtoError {
    CapnProtoError(
      .invalidArgument,
      "another version of \(node.displayName) is loaded: take a registry for each version")
  }
}
