extension JSONMembers {
  /// Finds out what is in a struct, within bounds: a schema from outside can flatten a struct into
  /// itself, or make two of each name on every level.
  struct Maker {
    private static let deepest = 64
    private static let mostFlattened = 1 << 12

    /// The number of fields that are flattened into the struct.
    private(set) var count = 0

    /// - Parameter name: The name of the field, in a place where it is flattened.
    mutating func members(
      _ schema: StructSchema, _ annotations: [SchemaAnnotation], prefix: [UInt8], name: String?,
      depth: Int
    ) throws(CapnProtoError) -> JSONMembers {
      guard depth <= Self.deepest else {
        throw CapnProtoError(
          .unsupported, "\(schema.name) is flattened into itself by its annotations for JSON")
      }
      var fields: [JSONField] = []
      var members: [JSONField] = []
      var labels: [[UInt8]] = []
      for field in schema.fields.sorted(by: { $0.codeOrder < $1.codeOrder }) {
        let (item, label) = try self.field(field, prefix, depth)
        if field.discriminant == nil {
          fields.append(item)
        } else {
          members.append(item)
          labels.append(label)
        }
      }
      guard !members.isEmpty else { return JSONMembers(fields: fields, union: nil) }
      let options = try JSONAnnotations.discriminator(annotations)
      let discriminator = options?.name ?? (options == nil ? nil : name.map { Array($0.utf8) })
      let union = try JSONUnion(
        discriminator: discriminator.map { prefix + $0 },
        // Without a discriminator nobody could tell whose value it is.
        valueName: discriminator == nil ? nil : options?.valueName.map { prefix + $0 },
        members: members, labels: labels, type: schema.name)
      return JSONMembers(fields: fields, union: union)
    }

    private mutating func field(
      _ field: FieldSchema, _ prefix: [UInt8], _ depth: Int
    ) throws(CapnProtoError) -> (JSONField, label: [UInt8]) {
      if depth > 0 { count += 1 }
      guard count <= Self.mostFlattened else {
        throw CapnProtoError(
          .unsupported, "\(field.parent.name) flattens too many fields into one JSON object")
      }
      let annotations = field.annotations
      let label = try JSONAnnotations.name(annotations) ?? Array(field.name.utf8)
      let type = field.type
      var flattened: JSONMembers?
      if case .structure(let schema) = type, let more = try JSONAnnotations.prefix(annotations) {
        flattened = try members(
          schema, field.isGroup ? annotations : schema.annotations, prefix: prefix + more,
          name: field.isGroup ? field.name : nil, depth: depth + 1)
      }
      let item = JSONField(
        field: field, type: type, isGroup: field.isGroup, name: prefix + label,
        encoding: JSONAnnotations.encoding(annotations), flattened: flattened)
      return (item, label)
    }
  }
}
