import CapnProto

extension StructModel {
  init(_ reader: Schema.Node.Struct.Reader, comments: Comments) throws(CapnProtoError) {
    dataWords = Int(reader.dataWordCount)
    pointers = Int(reader.pointerCount)
    isGroup = reader.isGroup
    tagOffset = reader.discriminantCount > 0 ? Int(reader.discriminantOffset) : nil

    var numbered: [(codeOrder: UInt16, field: FieldModel)] = []
    for (index, field) in try reader.fields.enumerated() {
      let model = try FieldModel(field, index: index, documentation: comments.member(index))
      numbered.append((field.codeOrder, model))
    }
    // Members of an unnamed union are ordered among themselves only, so equal places are usual.
    fields =
      numbered
      .sorted { ($0.codeOrder, $0.field.index) < ($1.codeOrder, $1.field.index) }
      .map(\.field)
  }
}

extension FieldModel {
  init(
    _ reader: Schema.Field.Reader, index: Int, documentation: String?
  ) throws(CapnProtoError) {
    self.index = index
    self.documentation = documentation
    name = String(try reader.name)
    annotations = try [AnnotationModel](reader.annotations)
    tag =
      reader.discriminantValue == Schema.Field.noDiscriminant ? nil : reader.discriminantValue
    switch reader.which {
    case .slot(let slot):
      kind = .slot(
        SlotModel(
          offset: Int(slot.offset), type: try TypeModel(slot.type),
          defaultValue: try ValueModel(slot.defaultValue),
          hasExplicitDefault: slot.hadExplicitDefault))
    case .group(let group):
      kind = .group(group.typeId)
    case .unrecognized(let tag):
      throw CapnProtoError(.malformed, "Field \(name) is of the unknown kind \(tag).")
    }
  }
}
