/// Writes schemas down in the schema language.
///
/// Compiled again, the text gives the same declarations, with the same ids and layouts. What comes
/// from several files goes into one text.
///
/// <!-- snippet: schema-printer -->
/// ```swift
/// let text = try SchemaPrinter(nodes: request.nodes).text
/// ```
public struct SchemaPrinter {
  let nodes: [UInt64: Schema.Node.Reader]
  let registry = SchemaRegistry()
  private let order: [UInt64]
  private(set) var names: [UInt64: String] = [:]
  /// The declaration around each that is in the text.
  private(set) var scopes: [UInt64: UInt64] = [:]
  /// The declarations that stand in no other one.
  private var outermost: [UInt64] = []

  /// Takes up the nodes of a request or a file.
  ///
  /// - Throws: `CapnProtoError` when they make no sense or mention one that is not there.
  public init(nodes list: List<Schema.Node>.Reader) throws(CapnProtoError) {
    var nodes: [UInt64: Schema.Node.Reader] = [:]
    try registry.load(list)
    var order: [UInt64] = []
    for node in list {
      if nodes.updateValue(node, forKey: node.id) == nil { order.append(node.id) }
    }
    (self.nodes, self.order) = (nodes, order)
    try gatherNames()
  }

  /// Takes up declarations of generated code, with all that they mention.
  ///
  /// - Throws: `CapnProtoError` when two types of the program have one id and are not the same.
  public init(_ roots: [SchemaNode]) throws(CapnProtoError) {
    var nodes: [UInt64: Schema.Node.Reader] = [:]
    for node in SchemaNode.closure(of: roots) { nodes[node.id] = node.reader }
    for root in roots { try registry.load(root) }
    self.nodes = nodes
    order = nodes.keys.sorted()
    try gatherNames()
  }

  private mutating func gatherNames() throws(CapnProtoError) {
    var files: [UInt64] = []
    for id in order {
      guard let node = nodes[id] else { continue }
      if case .file = node.which { files.append(id) }
      for nested in try node.nestedNodes where nodes[nested.id] != nil {
        // A declaration in two others would be written twice, or for ever.
        guard names[nested.id] == nil, nested.id != id, nested.id != SchemaWriter.streamResult
        else { continue }
        names[nested.id] = String(try nested.name)
        if case .file = node.which {
          outermost.append(nested.id)
        } else {
          scopes[nested.id] = id
        }
      }
    }
    for id in order where names[id] == nil && !files.contains(id) {
      guard let node = nodes[id], try !isImplied(node) else { continue }
      let display = String(try node.displayName)
      names[id] = String(display.utf8.dropFirst(Int(node.displayNamePrefixLength))) ?? display
      outermost.append(id)
    }
    var taken: Set<String> = []
    for id in outermost {
      guard let name = names[id] else { continue }
      var free = name
      var number = 2
      while !taken.insert(free).inserted {
        free = "\(name)\(number)"
        number += 1
      }
      names[id] = free
    }
  }

  /// Whether a node is written as a part of another one: a group, or what a method takes.
  private func isImplied(_ node: Schema.Node.Reader) throws(CapnProtoError) -> Bool {
    // Every compiler has it.
    if node.id == SchemaWriter.streamResult { return true }
    if case .struct(let structure) = node.which {
      return structure.isGroup || node.scopeId == 0
    }
    return false
  }

  /// The text.
  public var text: String {
    get throws(CapnProtoError) {
      let files = order.filter { if case .file? = nodes[$0]?.which { true } else { false } }
      let used = files.filter { file in outermost.contains { nodes[$0]?.scopeId == file } }
      var writer = SchemaWriter(self)
      // One file keeps its id; of several something new is made.
      let own = Set(outermost.compactMap { nodes[$0]?.scopeId })
      let id = own.count == 1 ? own.first ?? 0 : mixedID
      writer.line("@0x\(SchemaWriter.hex(id | 1 << 63));")
      if used.count == 1, let file = nodes[used[0]] {
        for use in try writer.annotations(file.annotations, in: []) { writer.line(use + ";") }
      }
      for id in outermost {
        writer.line("")
        try writer.declaration(id, in: [])
      }
      return writer.text
    }
  }

  private var mixedID: UInt64 {
    outermost.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01B3 }
  }
}
