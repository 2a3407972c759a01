import CapnProto

/// Looks at all that a registry says of a declaration.
enum SchemaWalk {
  static func walk(_ declaration: Declaration) throws {
    _ = declaration.schema.displayName
    for annotation in declaration.schema.annotations { _ = try? annotation.value.which }
    switch declaration {
    case .structure(let schema): try walk(schema)
    case .enumeration(let schema):
      for item in schema.enumerants { _ = schema.enumerant(named: item.name) }
    case .constant(let schema): _ = try schema.value
    case .annotation(let schema): _ = schema.type.description
    case .file, .interface: break
    }
  }

  private static func walk(_ schema: StructSchema) throws {
    for field in schema.fields {
      _ = field.type.description
      _ = try? field.defaultValue
    }
    let check = SchemaCompatibility(old: schema, new: schema)
    try require(check.isFull, "a schema is not compatible with itself: \(check)")
    let builder = MessageBuilder()
    let root = try builder.initRoot(schema)
    for field in schema.fields { try? root.clear(field) }
    let values = try promised("an empty struct can be read") { try root.asReader.dictionary() }
    try root.set(values)
  }
}
