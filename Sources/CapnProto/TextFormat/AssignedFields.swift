/// The fields of a struct that have a value, of which no two may be members of its union.
struct AssignedFields {
  private var indices: Set<Int> = []
  private var member: String?

  /// Adds a field, unless there is one that excludes it: then gives the name of that.
  mutating func insert(_ field: FieldSchema) -> String? {
    guard indices.insert(field.index).inserted else { return field.name }
    guard field.discriminant != nil else { return nil }
    if let member { return member }
    member = field.name
    return nil
  }
}
