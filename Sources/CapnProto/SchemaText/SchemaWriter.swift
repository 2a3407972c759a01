/// Writes declarations, one after another.
struct SchemaWriter {
  let schemas: SchemaPrinter
  private(set) var text = ""
  private var indent = 0
  private static let deepest = 64

  init(_ schemas: SchemaPrinter) { self.schemas = schemas }

  static func hex(_ id: UInt64) -> String {
    let digits = String(id, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A type behind its colon, which a dot would be read together with.
  static func behind(_ type: String) -> String { (type.hasPrefix(".") ? ": " : ":") + type }

  mutating func line(_ line: String) {
    if !line.isEmpty { text += String(repeating: " ", count: indent * 2) + line }
    text += "\n"
  }

  /// Writes what stands between braces.
  mutating func block(
    _ head: String, _ body: (inout SchemaWriter) throws(CapnProtoError) -> Void
  ) throws(CapnProtoError) {
    guard indent < Self.deepest else { throw .badSchema("the declarations are too deep") }
    line(head + " {")
    indent += 1
    try body(&self)
    indent -= 1
    line("}")
  }

  /// Writes a declaration with all that is in it.
  ///
  /// - Parameter scope: the ids of the declarations around it, the outermost first.
  mutating func declaration(_ id: UInt64, in scope: [UInt64]) throws(CapnProtoError) {
    guard let node = schemas.nodes[id], let name = schemas.names[id] else { return }
    let inner = scope + [id]
    let uses = try annotations(node.annotations, in: scope).map { " " + $0 }.joined()
    let mark = "@0x\(Self.hex(id))"
    switch node.which {
    case .struct(let structure):
      try block("struct \(name) \(mark)\(parameters(node))\(uses)") {
        (writer) throws(CapnProtoError) in
        try writer.members(structure, in: inner)
        try writer.nested(node, in: inner)
      }
    case .enum(let enumeration):
      try block("enum \(name) \(mark)\(uses)") { (writer) throws(CapnProtoError) in
        let all = Array(try enumeration.enumerants)
        for index in all.indices.sorted(by: { all[$0].codeOrder < all[$1].codeOrder }) {
          let uses = try writer.annotations(all[index].annotations, in: inner)
          writer.line(
            "\(try all[index].name) @\(index)" + uses.map { " " + $0 }.joined() + ";")
        }
      }
    case .interface(let interface):
      var head = "interface \(name) \(mark)\(try parameters(node))"
      let superclasses = try interface.superclasses
      if superclasses.count > 0 {
        var names: [String] = []
        for item in superclasses { names.append(try path(item.id, try item.brand, in: inner)) }
        head += " extends(\(names.joined(separator: ", ")))"
      }
      try block(head + uses) { (writer) throws(CapnProtoError) in
        try writer.methods(interface, in: inner)
        try writer.nested(node, in: inner)
      }
    case .const(let constant):
      let type = try self.type(constant.type, in: scope)
      let value = try self.value(constant.value, of: constant.type)
      line("const \(name) \(mark) \(Self.behind(type)) = \(value ?? "void")\(uses);")
    case .annotation(let annotation):
      let type = try self.type(annotation.type, in: scope)
      line("annotation \(name) \(mark) (\(Self.targets(annotation))) \(Self.behind(type))\(uses);")
    case .file, .unrecognized: break
    }
  }

  private mutating func nested(
    _ node: Schema.Node.Reader, in scope: [UInt64]
  ) throws(CapnProtoError) {
    for item in try node.nestedNodes where schemas.scopes[item.id] == node.id {
      line("")
      try declaration(item.id, in: scope)
    }
  }

  private func parameters(_ node: Schema.Node.Reader) throws(CapnProtoError) -> String {
    var names: [String] = []
    for parameter in try node.parameters { names.append(String(try parameter.name)) }
    return names.isEmpty ? "" : "(" + names.joined(separator: ", ") + ")"
  }

  private static func targets(_ annotation: Schema.Node.Annotation.Reader) -> String {
    let all: [(Bool, String)] = [
      (annotation.targetsFile, "file"), (annotation.targetsConst, "const"),
      (annotation.targetsEnum, "enum"), (annotation.targetsEnumerant, "enumerant"),
      (annotation.targetsStruct, "struct"), (annotation.targetsField, "field"),
      (annotation.targetsUnion, "union"), (annotation.targetsGroup, "group"),
      (annotation.targetsInterface, "interface"), (annotation.targetsMethod, "method"),
      (annotation.targetsParam, "param"), (annotation.targetsAnnotation, "annotation"),
    ]
    let set = all.filter(\.0).map(\.1)
    return set.count == all.count ? "*" : set.joined(separator: ", ")
  }

  /// The uses of annotations, as they stand behind a declaration.
  func annotations(
    _ list: List<Schema.Annotation>.Reader, in scope: [UInt64]
  ) throws(CapnProtoError) -> [String] {
    var uses: [String] = []
    for use in list {
      // Without its declaration nothing can be said of it that would compile.
      guard let node = schemas.nodes[use.id], case .annotation(let declared) = node.which else {
        continue
      }
      let name = try path(use.id, use.brand, in: scope)
      let value = try value(use.value, of: declared.type, brand: use.brand)
      uses.append("$\(name)" + (value.map { "(\($0))" } ?? ""))
    }
    return uses
  }
}
