/// What a struct or a group puts into a JSON object.
final class JSONMembers: Sendable {
  /// The fields outside the union, in the order of the schema's text.
  let fields: [JSONField]
  let union: JSONUnion?

  init(fields: [JSONField], union: JSONUnion?) {
    self.fields = fields
    self.union = union
  }
}

/// A field, with its name in JSON.
struct JSONField: Sendable {
  let field: FieldSchema
  let type: SchemaType
  let isGroup: Bool
  let name: [UInt8]
  /// How an annotation says that bytes are written.
  let encoding: JSONCodec.DataEncoding?
  /// What is in the field, where that is put into the object around it.
  let flattened: JSONMembers?
}

/// The unnamed union of a struct or a group.
final class JSONUnion: Sendable {
  let discriminator: [UInt8]?
  let valueName: [UInt8]?
  let members: [JSONField]
  /// What the key of the discriminator is set to for each member.
  let labels: [[UInt8]]
  private let byTag: [UInt16: Int]
  private let byLabel: [[UInt8]: Int]

  init(
    discriminator: [UInt8]?, valueName: [UInt8]?, members: [JSONField], labels: [[UInt8]],
    type: String
  ) throws(CapnProtoError) {
    self.discriminator = discriminator
    self.valueName = valueName
    self.members = members
    self.labels = labels
    var byTag: [UInt16: Int] = [:]
    var byLabel: [[UInt8]: Int] = [:]
    for (index, member) in members.enumerated() {
      if let tag = member.field.discriminant { byTag[tag] = index }
      guard byLabel.updateValue(index, forKey: labels[index]) == nil else {
        throw JSONAnnotations.clash(labels[index], type)
      }
    }
    self.byTag = byTag
    self.byLabel = byLabel
  }

  /// The member that is set; nil where the schema does not know the tag.
  func member(_ value: DynamicStruct.Reader) -> (field: JSONField, label: [UInt8])? {
    byTag[value.tag].map { (members[$0], labels[$0]) }
  }

  func member(labeled label: [UInt8]) -> JSONField? { byLabel[label].map { members[$0] } }
}

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
