/// Which structs get a plain Swift value.
///
/// A file decides for itself: those that it or the options ask for, and those in it that these are
/// made of. So two runs that see the same file agree.
struct ValuePlan {
  private var members: Set<UInt64> = []
  private let model: SchemaModel

  init(_ model: SchemaModel, options: GeneratorOptions) throws(GeneratorError) {
    self.model = model
    for node in model.nodes.values where node.structure != nil {
      guard let file = model.file(of: node), file.id != FileSettings.schemaFile else { continue }
      let asked = try FileSettings(file, options: options).values
      if asked || node.annotations.contains(SwiftAnnotation.values) { add(node) }
    }
  }

  func contains(_ id: UInt64) -> Bool { members.contains(id) }

  /// Adds a struct, its groups, and the structs of the same file that its fields hold.
  private mutating func add(_ node: NodeModel) {
    guard let structure = node.structure, members.insert(node.id).inserted else { return }
    for field in structure.fields {
      for id in ValuePlan.parts(of: field) {
        guard let part = model.nodes[id], model.file(of: part)?.id == model.file(of: node)?.id
        else { continue }
        add(part)
      }
    }
  }

  /// The struct or group that a field's value holds, in a list or not.
  private static func parts(of field: FieldModel) -> [UInt64] {
    switch field.kind {
    case .group(let id): return [id]
    case .slot(let slot):
      var type = slot.type
      while case .list(let element) = type { type = element }
      if case .structure(let id, _) = type { return [id] }
      return []
    }
  }

  /// Whether the value of `node` can contain another value of `target`, other than in a list.
  func canContain(_ target: UInt64, in node: UInt64) -> Bool {
    var seen: Set<UInt64> = []
    var waiting = [node]
    while let id = waiting.popLast() {
      if id == target { return true }
      guard seen.insert(id).inserted, let structure = model.nodes[id]?.structure else { continue }
      for field in structure.fields {
        switch field.kind {
        case .group(let part): waiting.append(part)
        case .slot(let slot):
          if case .structure(let part, _) = slot.type { waiting.append(part) }
        }
      }
    }
    return false
  }

  /// The outermost struct that the group `node` is part of, or `node` itself.
  func owner(of node: NodeModel) -> NodeModel {
    var node = node
    while node.structure?.isGroup == true, let scope = model.scope(of: node) { node = scope }
    return node
  }
}
