extension SchemaModel {
  /// The schema as a file that any tool for Cap'n Proto compiles.
  var text: String {
    var lines = [
      "@0x\(String(id, radix: 16));",
      "# \(name), as Stowage writes it. Made for a Codable type of Swift.",
    ]
    for structure in structs {
      lines += ["", "struct \(structure.name) @0x\(hex(structure.id)) {"]
      lines += body(structure)
      lines.append("}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func hex(_ id: UInt64) -> String { String(id, radix: 16) }

  private func body(_ structure: SchemaStruct) -> [String] {
    let remark: [String] =
      switch structure.role {
      case .record, .choice, .entry: []
      case .optional: ["  # Something that may be missing."]
      case .box: ["  # A value that is no struct by itself."]
      }
    let indent = structure.isUnion ? "    " : "  "
    var lines: [String] = []
    for (ordinal, field) in structure.fields.enumerated() {
      lines.append("\(indent)\(field.name) @\(ordinal) :\(written(field.place));")
      lines += comments(field).map { "\(indent)# \($0)" }
    }
    return remark + (structure.isUnion ? ["  union {"] + lines + ["  }"] : lines)
  }

  private func written(_ place: SchemaStruct.Place) -> String {
    switch place.type {
    case .scalar(let scalar): scalar.typeName
    case .list(let element): "List(\(written(element)))"
    case .structure(let index): structs[index].name
    }
  }

  private func comments(_ field: SchemaStruct.Field) -> [String] {
    var comments: [String] = []
    if field.key.text != field.name {
      let safe = field.key.text.unicodeScalars.map { $0.value < 0x20 ? " " : String($0) }.joined()
      comments.append("In Swift: \(safe)")
    }
    if field.place.isNullable { comments.append("Null where there is none.") }
    switch field.place.type {
    case .scalar(.date): comments.append("Seconds since the beginning of 2001, UTC.")
    case .scalar(.wide): comments.append("A whole number, in decimal digits.")
    case .scalar(.any): comments.append("A value of any kind, as a file of Stowage.")
    default: break
    }
    return comments
  }
}
