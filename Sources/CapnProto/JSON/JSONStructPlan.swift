/// How a struct or a group looks in JSON.
final class JSONStructPlan: Sendable {
  /// A way from the struct to a key, through groups and structs that are flattened into it.
  struct Place {
    let chain: [FieldSchema]
    /// What the key tells of unions on the way that have no key of their own to tell it.
    let choices: [Choice]
    let target: Target
  }

  /// A member of a union that a key belongs to.
  struct Choice {
    let union: JSONUnion
    let member: JSONField
    /// How far along the chain the union is.
    let depth: Int
  }

  enum Target {
    /// A field, with the union that it is a member of.
    case field(JSONField, JSONUnion?)
    /// The key that tells which member of a union is set.
    case discriminator(JSONUnion)
    /// The key of the value of a union, whichever member is set.
    case unionValue(JSONUnion)
  }

  let schema: StructSchema
  let members: JSONMembers

  /// What each key can mean: members of a union may share one.
  let places: [[UInt8]: [Place]]

  /// How long the longest key is.
  let longestKey: Int

  /// Whether any key tells which member of a union is set.
  let hasDiscriminators: Bool

  /// Whether any key tells by being there.
  let hasChoices: Bool

  /// The number of fields that are flattened into the struct.
  let flattenedCount: Int

  init(_ schema: StructSchema) throws(CapnProtoError) {
    self.schema = schema
    var maker = JSONMembers.Maker()
    members = try maker.members(
      schema, Self.annotations(schema), prefix: [], name: nil, depth: 0)
    flattenedCount = maker.count
    var places = Places(type: schema.name)
    try places.add(members, [], [])
    self.places = places.byName
    longestKey = places.byName.keys.reduce(0) { max($0, $1.count) }
    hasDiscriminators = places.hasDiscriminators
    hasChoices = places.hasChoices
  }

  /// Those of a group are with the field that it is.
  private static func annotations(_ schema: StructSchema) -> [SchemaAnnotation] {
    guard schema.isGroup else { return schema.annotations }
    let field = schema.registry.structure(schema.declaration.scopeID)?.fields.first {
      if $0.isGroup, case .structure(let group) = $0.type { group.id == schema.id } else { false }
    }
    return field?.annotations ?? []
  }

  private struct Places {
    let type: String
    var byName: [[UInt8]: [Place]] = [:]
    var hasDiscriminators = false
    var hasChoices = false

    mutating func add(
      _ members: JSONMembers, _ chain: [FieldSchema], _ choices: [Choice]
    ) throws(CapnProtoError) {
      for field in members.fields { try add(field, nil, chain, choices) }
      guard let union = members.union else { return }
      if let name = union.discriminator {
        hasDiscriminators = true
        try add(name, Place(chain: chain, choices: choices, target: .discriminator(union)))
      }
      if let name = union.valueName {
        try add(name, Place(chain: chain, choices: choices, target: .unionValue(union)))
        return
      }
      let isTold = union.discriminator != nil || union.members.allSatisfy { $0.flattened == nil }
      hasChoices = hasChoices || !isTold
      for member in union.members {
        let choice = Choice(union: union, member: member, depth: chain.count)
        try add(member, union, chain, isTold ? choices : choices + [choice])
      }
    }

    private mutating func add(
      _ field: JSONField, _ union: JSONUnion?, _ chain: [FieldSchema], _ choices: [Choice]
    ) throws(CapnProtoError) {
      if let inner = field.flattened {
        try add(inner, chain + [field.field], choices)
      } else {
        try add(
          field.name, Place(chain: chain, choices: choices, target: .field(field, union)))
      }
    }

    private mutating func add(_ name: [UInt8], _ place: Place) throws(CapnProtoError) {
      let others = byName[name, default: []]
      // A schema from outside could give one name to thousands.
      guard others.count < 256, others.allSatisfy(place.isNeverTogether) else {
        throw JSONAnnotations.clash(name, type)
      }
      byName[name, default: []].append(place)
    }
  }
}

extension JSONStructPlan.Place {
  private var steps: [FieldSchema] {
    if case .field(let field, _) = target { chain + [field.field] } else { chain }
  }

  /// Whether two places are in different members of one union.
  fileprivate func isNeverTogether(with other: Self) -> Bool {
    guard let (left, right) = zip(steps, other.steps).first(where: { $0.index != $1.index }) else {
      return false
    }
    return left.discriminant != nil && right.discriminant != nil
  }
}
