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
