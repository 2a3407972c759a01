import CapnProto

extension SchemaModel {
  /// Reads a request as `capnp compile -o-` writes it.
  init(request bytes: [UInt8]) throws(GeneratorError) {
    do throws(CapnProtoError) {
      let message = try Message(bytes, options: .trusted)
      try self.init(message.root(Schema.CodeGeneratorRequest.self))
    } catch {
      throw GeneratorError(
        .malformedRequest,
        "The request on standard input cannot be read: \(error.message) "
          + "Run `capnp compile -oswift FILE.capnp` or `capnpc-swift compile FILE.capnp`.")
    }
  }

  private init(_ request: Schema.CodeGeneratorRequest.Reader) throws(CapnProtoError) {
    var comments: [UInt64: Comments] = [:]
    for info in try request.sourceInfo {
      comments[info.id] = try Comments(info)
    }

    nodes = [:]
    for reader in try request.nodes {
      nodes[reader.id] = try NodeModel(reader, comments: comments[reader.id] ?? Comments())
    }

    files = []
    for file in try request.requestedFiles {
      var imports: [FileModel.Import] = []
      for item in try file.imports {
        imports.append(FileModel.Import(id: item.id, path: String(try item.name)))
      }
      files.append(FileModel(id: file.id, path: String(try file.filename), imports: imports))
    }
  }
}

/// The doc comments of a declaration and of its members.
struct Comments {
  var node: String?
  var members: [String?] = []

  init() {}

  init(_ info: Schema.Node.SourceInfo.Reader) throws(CapnProtoError) {
    node = info.hasDocComment ? String(try info.docComment) : nil
    for member in try info.members {
      members.append(member.hasDocComment ? String(try member.docComment) : nil)
    }
  }

  func member(_ index: Int) -> String? {
    members.indices.contains(index) ? members[index] : nil
  }
}
