internal import Synchronization

/// How the structs and enumerations that a codec has met look in JSON.
final class JSONPlans: Sendable {
  private struct Key: Hashable {
    // Two registries may have different declarations of one id.
    let declaration: ObjectIdentifier
    let bindings: Bindings
  }

  private struct Known {
    var structs: [Key: JSONStructPlan] = [:]
    var flattenedCount = 0
    var enumerations: [ObjectIdentifier: JSONEnumPlan] = [:]
  }

  /// A schema from outside can bind generic parameters in ever new ways.
  private static let mostPlans = 10_000

  /// And it can flatten the same fields into ever more structs.
  private static let mostFlattened = 1 << 17

  private let known = Mutex(Known())

  func plan(_ schema: StructSchema) throws(CapnProtoError) -> JSONStructPlan {
    let key = Key(declaration: ObjectIdentifier(schema.declaration), bindings: schema.bindings)
    if let plan = known.withLock({ $0.structs[key] }) { return plan }
    let plan = try JSONStructPlan(schema)
    known.withLock { known in
      if known.structs.count >= Self.mostPlans || known.flattenedCount >= Self.mostFlattened {
        known.structs = [:]
        known.flattenedCount = 0
      }
      known.structs[key] = plan
      known.flattenedCount += plan.flattenedCount
    }
    return plan
  }

  func plan(_ schema: EnumSchema) throws(CapnProtoError) -> JSONEnumPlan {
    let key = ObjectIdentifier(schema.declaration)
    if let plan = known.withLock({ $0.enumerations[key] }) { return plan }
    let plan = try JSONEnumPlan(schema)
    known.withLock { known in
      if known.enumerations.count >= Self.mostPlans { known.enumerations = [:] }
      known.enumerations[key] = plan
    }
    return plan
  }
}

/// The names that the values of an enumeration have in JSON.
final class JSONEnumPlan: Sendable {
  // Keeps the declaration alive, so that no other one gets its identity.
  private let schema: EnumSchema
  let names: [[UInt8]]
  let values: [[UInt8]: UInt16]

  init(_ schema: EnumSchema) throws(CapnProtoError) {
    self.schema = schema
    var names: [[UInt8]] = []
    var values: [[UInt8]: UInt16] = [:]
    for enumerant in schema.enumerants {
      let name = try JSONAnnotations.name(enumerant.annotations) ?? Array(enumerant.name.utf8)
      guard values.updateValue(enumerant.value, forKey: name) == nil else {
        throw JSONAnnotations.clash(name, schema.name)
      }
      names.append(name)
    }
    self.names = names
    self.values = values
  }
}
