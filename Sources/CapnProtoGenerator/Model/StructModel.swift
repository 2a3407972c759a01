/// What is special to a struct or a group.
struct StructModel {
  var dataWords: Int
  var pointers: Int
  var isGroup: Bool

  /// Where the union's tag is, in units of two bytes; nil without an unnamed union.
  var tagOffset: Int?

  /// The fields in the order of the schema's text.
  var fields: [FieldModel]

  /// The members of the unnamed union, by tag.
  var unionMembers: [FieldModel] {
    fields.filter { $0.tag != nil }.sorted { ($0.tag ?? 0) < ($1.tag ?? 0) }
  }
}
