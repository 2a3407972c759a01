/// A field, with what writing it needs again and again.
struct TextField {
  let field: FieldSchema
  let type: SchemaType
  let label: [UInt8]

  init(_ field: FieldSchema) {
    self.field = field
    type = field.type
    label = Array("\(field.name) = ".utf8)
  }
}
