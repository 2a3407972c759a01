import CapnProto

extension FileEmitter {
  /// Emits the enumeration that stands for the file itself.
  func emitFile() {
    let name = node.annotations.text(SwiftAnnotation.name) ?? defaultFileName
    code.documentation(node.documentation)
    if node.documentation == nil {
      code.line("/// The schema file \(file.path).")
    }
    code.block("\(access) enum \(Identifier.spelled(name))") {
      emitSchemaProperty(node)
    }
  }

  private var defaultFileName: String {
    let last = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let stem = last.hasSuffix(".capnp") ? String(last.dropLast(6)) : last
    var names = NameSet(reserved: self.names.nestedTypes[node.id] ?? [])
    return names.take(Identifier.typeName(from: stem) + "Capnp")
  }

  /// Emits the property that gives a declaration's schema.
  func emitSchemaProperty(_ node: NodeModel) {
    code.line("\(access) static var schema: CapnProto::SchemaNode { \(schemaName(node)) }")
  }

  /// Declares a node's schema at the end of the file.
  func emitSchemaNode(_ node: NodeModel) throws(GeneratorError) {
    let path = displayPath(of: node)
    let bytes: [UInt64]
    do {
      bytes = try Encoding.message(
        of: node.reader, displayName: path.full, prefixLength: path.prefixLength)
    } catch {
      throw GeneratorError(
        .malformedRequest, "\(node.displayName) cannot be copied: \(error.message)")
    }
    var dependencies: [String] = []
    for id in try dependencyIDs(of: node) {
      dependencies.append(try schemaReference(model.node(id, from: node.displayName), from: node))
    }
    let name = node.name.isEmpty ? file.path : node.name
    var text = "internal let \(schemaName(node)): CapnProto::SchemaNode = CapnProto::SchemaNode(\n"
    text += "  id: \(node.id.hex), name: \(Literal.string(name)),\n"
    text += "  base64: \"\"\"\n"
    text += Base64.lines(of: bytes).map { "    " + $0 }.joined(separator: "\\\n")
    text += "\n    \"\"\",\n"
    text += "  dependencies: { [\(dependencies.joined(separator: ", "))] })"
    globals.append(text)
  }

  private func schemaName(_ node: NodeModel) -> String { "_capnp_\(node.id.hex.dropFirst(2))" }

  /// How code at the end of the file refers to the schema of `node`.
  private func schemaReference(
    _ node: NodeModel, from user: NodeModel
  ) throws(GeneratorError) -> String {
    let owner = model.file(of: node)
    if owner == nil || owner?.id == file.id { return schemaName(node) }
    return try path(of: node, BrandModel(), in: self.node) + ".schema"
  }

  /// The declarations that someone who looks at `node` needs too, in the order of the schema.
  private func dependencyIDs(of node: NodeModel) throws(GeneratorError) -> [UInt64] {
    var ids = node.nested
    switch node.kind {
    case .file, .enumeration: break
    case .structure(let structure):
      for field in structure.fields {
        switch field.kind {
        case .group(let id): ids.append(id)
        case .slot(let slot): ids += slot.type.nodes
        }
      }
    case .interface(let interface): ids += interface.superclasses + interface.methodStructs
    case .constant(let type, _), .annotation(let type): ids += type.nodes
    }
    var seen: Set<UInt64> = [node.id]
    return ids.filter { seen.insert($0).inserted && model.nodes[$0] != nil }
  }

  /// The name for people, with the file as the request calls it and not as this machine does.
  private func displayPath(of node: NodeModel) -> (full: String, prefixLength: Int) {
    guard !node.name.isEmpty else { return (file.path, lastComponentOffset(file.path)) }
    var parts: [String] = []
    var next: NodeModel? = node
    while let part = next, !part.name.isEmpty {
      parts.insert(part.name, at: 0)
      next = model.scope(of: part)
    }
    let full = file.path + ":" + parts.joined(separator: ".")
    return (full, full.utf8.count - node.name.utf8.count)
  }

  private func lastComponentOffset(_ path: String) -> Int {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      path.utf8.distance(from: path.utf8.startIndex, to: $0) + 1
    } ?? 0
  }
}
