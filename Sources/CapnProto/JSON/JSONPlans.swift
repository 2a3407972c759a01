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
