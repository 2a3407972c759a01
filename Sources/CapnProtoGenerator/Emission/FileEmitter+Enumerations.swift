/// A case of a generated enumeration.
struct EnumerationCase {
  var name: String
  var schemaName: String
  var number: UInt16
  var documentation: String?
}

extension FileEmitter {
  /// Emits an enumeration of the schema.
  func emitEnumeration(
    _ node: NodeModel, _ enumerants: [EnumerantModel]
  ) throws(GeneratorError) {
    let spelled = names.cases[node.id] ?? []
    let cases = enumerants.enumerated().map { index, item in
      EnumerationCase(
        name: spelled.indices.contains(index) ? spelled[index] : item.name,
        schemaName: item.name, number: UInt16(index), documentation: item.documentation)
    }
    code.documentation(node.documentation)
    emitEnumeration(
      declaredName(of: node), path: try ownPath(of: node), cases: cases, schemaOf: node)
  }

  /// Emits an enumeration that keeps numbers which it does not know.
  func emitEnumeration(
    _ name: String, path: String, cases: [EnumerationCase], schemaOf node: NodeModel
  ) {
    code.block("\(access) enum \(name): CapnProto::EnumType, Swift::Codable") {
      for item in cases {
        code.documentation(item.documentation)
        code.line("case \(Identifier.spelled(item.name))")
      }
      code.line("/// A number that this program's schema does not know.")
      code.line("case unrecognized(Swift::UInt16)")
      code.line()
      emitConversions(cases)
      code.line()
      let all = cases.map { "." + Identifier.spelled($0.name) }.joined(separator: ", ")
      code.line("\(access) static var allKnownCases: [\(path)] { [\(all)] }")
      emitSchemaProperty(node)
    }
  }

  private func emitConversions(_ cases: [EnumerationCase]) {
    code.block("\(member)init(rawValue: Swift::UInt16)") {
      code.block("switch rawValue") {
        for item in cases {
          code.line("case \(item.number): self = .\(Identifier.spelled(item.name))")
        }
        code.line("default: self = .unrecognized(rawValue)")
      }
    }
    code.line()
    code.block("\(member)var rawValue: Swift::UInt16") {
      code.block("switch self") {
        for item in cases {
          code.line("case .\(Identifier.spelled(item.name)): \(item.number)")
        }
        code.line("case .unrecognized(let number): number")
      }
    }
    code.line()
    code.block("\(access) var description: Swift::String") {
      code.block("switch self") {
        for item in cases {
          code.line(
            "case .\(Identifier.spelled(item.name)): \(Literal.string(item.schemaName))")
        }
        code.line("case .unrecognized(let number): \"unrecognized(\\(number))\"")
      }
    }
  }
}
