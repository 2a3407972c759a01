extension SchemaNode {
  /// These declarations and all that they mention, directly or not, by their ids.
  package static func closure(of nodes: [SchemaNode]) -> [SchemaNode] {
    var waiting = nodes
    var found = Set(nodes)
    while let next = waiting.popLast() {
      waiting += next.dependencies.filter { found.insert($0).inserted }
    }
    return found.sorted { $0.id < $1.id }
  }
}
