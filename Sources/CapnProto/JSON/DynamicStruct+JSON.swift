extension DynamicStruct.Reader {
  /// Whether a field that is no pointer is as in a new struct.
  func isDefault(_ item: JSONField) -> Bool {
    guard !item.isGroup, !item.type.isPointer else { return false }
    return _raw.bits(item.type.elementSize, at: item.field.offset, default: 0) == 0
  }
}
