internal import CapnProto

/// The fields of a struct, sorted by what has to be done for them.
struct OutlinePlan {
  let scalars: [FieldSchema]
  let groups: [(FieldSchema, StructSchema)]
  let pointers: [(FieldSchema, SchemaType)]
  /// What structs of this kind are called by, where they are the entries of a map.
  let key: FieldSchema?

  init(_ schema: StructSchema) {
    var scalars: [FieldSchema] = []
    var groups: [(FieldSchema, StructSchema)] = []
    var pointers: [(FieldSchema, SchemaType)] = []
    for field in schema.fields {
      let type = field.type
      if field.isGroup, case .structure(let group) = type {
        groups.append((field, group))
      } else if type.isPointer {
        pointers.append((field, type))
      } else {
        scalars.append(field)
      }
    }
    (self.scalars, self.groups, self.pointers) = (scalars, groups, pointers)
    let isEntry = schema.name == "Entry" && schema.field(named: "value") != nil
    key = isEntry ? schema.field(named: "key") : nil
  }

  /// Whether structs of this kind lead to nothing.
  var isFlat: Bool { pointers.isEmpty && groups.isEmpty }
}
