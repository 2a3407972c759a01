import CapnProto
import Foundation

/// A request in a form that can be compared.
struct Request {
  /// The canonical bytes of each node without its place in the text.
  var nodes: [UInt64: Data] = [:]
  /// The comments of each node and its members.
  var comments: [UInt64: [String]] = [:]
  var files: [String] = []

  init(_ bytes: Data) throws {
    let message = try Message(bytes, options: .trusted)
    let request = try message.root(Schema.CodeGeneratorRequest.self)
    for node in try request.nodes {
      let builder = MessageBuilder()
      try builder.setRoot(node)
      let copy = try builder.root(Schema.Node.self)
      copy.startByte = 0
      copy.endByte = 0
      nodes[node.id] = try copy.asReader.canonicalBytes()
    }
    for info in try request.sourceInfo where info.id != 0 {
      let own = String(try info.docComment)
      let members = try info.members.map { String(try $0.docComment) }
      if !own.isEmpty || members.contains(where: { !$0.isEmpty }) {
        comments[info.id] = [own] + members
      }
    }
    for file in try request.requestedFiles {
      let imports = try file.imports.map { "\(try $0.name) \($0.id)" }
      files.append("\(file.id) \(try file.filename) \(imports)")
    }
  }
}
