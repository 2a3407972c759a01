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
