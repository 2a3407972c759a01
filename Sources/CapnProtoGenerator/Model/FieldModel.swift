/// A field, group or union member of a struct.
struct FieldModel {
  /// The place in the node's own list of fields, which evolution never changes.
  var index: Int
  var name: String
  var documentation: String?
  var annotations: [AnnotationModel]

  /// The tag that makes this member the active one, nil outside unions.
  var tag: UInt16?

  var kind: Kind

  enum Kind {
    case slot(SlotModel)
    case group(UInt64)
  }
}

/// The place, type and default of a field that is not a group.
struct SlotModel {
  /// In units of the type's own size; of bits for Bool.
  var offset: Int
  var type: TypeModel
  var defaultValue: ValueModel
  var hasExplicitDefault: Bool
}
