internal import CapnProtoSyntax

// What pointers lead to.
extension TextFiller {
  mutating func set(
    _ pointer: PointerBuilder, _ value: Expression, _ type: SchemaType
  ) throws(CapnProtoError) {
    switch (value.head, type) {
    case (.string(let bytes), .text): try pointer.setText(bytes)
    case (.string(let bytes), .data), (.binary(let bytes), .data): try pointer.setBytes(bytes)
    case (.list(let elements), .list(let element)):
      try enter(value)
      try fill(pointer.initList(element, count: elements.count), elements)
      leave()
    case (.tuple(let arguments), .structure(let schema)):
      try enter(value)
      try fill(pointer.initStruct(schema), arguments)
      leave()
    default: throw mismatch(value, type)
    }
  }

  private mutating func fill(
    _ list: DynamicList.Builder, _ elements: [Expression]
  ) throws(CapnProtoError) {
    for (index, value) in elements.enumerated() {
      do throws(CapnProtoError) {
        try set(index, of: list, value)
      } catch {
        throw error.inside("[\(index)]")
      }
    }
  }

  private mutating func set(
    _ index: Int, of list: DynamicList.Builder, _ value: Expression
  ) throws(CapnProtoError) {
    if case .structure = list.elementType, case .tuple(let arguments) = value.head,
      value.suffixes.isEmpty
    {
      try enter(value)
      try fill(list.structure(index), arguments)
      leave()
    } else if let pointer = try pointer(index, of: list, value) {
      try set(pointer, value, list.elementType)
    }
  }

  /// Sets an element that is no pointer, or gives the pointer to set.
  private mutating func pointer(
    _ index: Int, of list: DynamicList.Builder, _ value: Expression
  ) throws(CapnProtoError) -> PointerBuilder? {
    let type = list.elementType
    if type.isPointer {
      try check(value, type)
      return try list.pointer(index)
    }
    let scalar = try scalar(value, type)
    try at(value) { () throws(CapnProtoError) in try list.set(index, scalar) }
    return nil
  }
}
