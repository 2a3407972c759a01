/// The names that the values of an enumeration have in JSON.
final class JSONEnumPlan: Sendable {
  // Keeps the declaration alive, so that no other one gets its identity.
  private let schema: EnumSchema
  let names: [[UInt8]]
  let values: [[UInt8]: UInt16]
  let longestName: Int

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
    longestName = names.reduce(0) { max($0, $1.count) }
  }
}
