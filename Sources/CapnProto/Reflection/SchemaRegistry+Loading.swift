public import Foundation

extension SchemaRegistry {
  /// Loads the schema of a generated type, with all that it mentions.
  @discardableResult
  public func load<T: StructType>(_ type: T.Type) throws(CapnProtoError) -> StructSchema {
    try load(type.schema)
    guard let schema = structure(type.schema.id) else {
      throw .badSchema("\(type.schema) is no struct")
    }
    return schema
  }

  /// Loads a declaration of generated code, with all that it mentions.
  public func load(_ node: SchemaNode) throws(CapnProtoError) {
    var waiting = [node]
    var seen: Set<UInt64> = [node.id]
    var batch: [DeclarationNode] = []
    while let next = waiting.popLast() {
      // What is known was loaded with all that it mentions.
      if self.node(next.id) != nil { continue }
      batch.append(try DeclarationNode(next.reader, Comments()))
      waiting += next.dependencies.filter { seen.insert($0.id).inserted }
    }
    try add(batch)
  }

  /// Loads the nodes of a message, with the comments where there are any.
  ///
  /// - Throws: `CapnProtoError` when the message is damaged, when a node makes no sense or mentions
  ///   one that is not there, or when another version of one is loaded already.
  public func load(
    _ nodes: List<Schema.Node>.Reader, sourceInfo: List<Schema.Node.SourceInfo>.Reader? = nil
  ) throws(CapnProtoError) {
    var comments: [UInt64: Comments] = [:]
    if let sourceInfo {
      for info in sourceInfo { comments[info.id] = try Comments(info) }
    }
    var batch: [DeclarationNode] = []
    for node in nodes {
      batch.append(try DeclarationNode(node, comments[node.id] ?? Comments()))
    }
    try add(batch)
  }

  /// Loads the request that the `capnp` tool sends to a code generator.
  public func load(
    _ request: Schema.CodeGeneratorRequest.Reader
  ) throws(CapnProtoError) {
    try load(request.nodes, sourceInfo: request.sourceInfo)
  }

  /// Loads the bytes that the `capnp` tool sends to a code generator.
  public func load(request bytes: Data) throws(CapnProtoError) {
    // A checked copy takes far more memory than the message, so less may be read again than usual.
    let limit = max(UInt64(1) << 20, UInt64(bytes.count) * 4)
    let options = ReaderOptions(traversalLimit: .bytes(limit))
    try load(Message(bytes, options: options).root(Schema.CodeGeneratorRequest.self))
  }
}

extension StructType {
  /// The schema of the type, for looking at it and for dynamic values.
  ///
  /// - Throws: `CapnProtoError` when two types of the program have one id and are not the same.
  public static var structSchema: StructSchema {
    get throws(CapnProtoError) { try SchemaRegistry.generated.load(Self.self) }
  }
}
