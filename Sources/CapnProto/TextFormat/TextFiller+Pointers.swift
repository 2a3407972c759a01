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
    let type = list.elementType
    guard type.isPointer else {
      let scalar = try scalar(value, type)
      return try at(value) { () throws(CapnProtoError) in try list.set(index, scalar) }
    }
    try check(value, type)
    guard case .structure = type, case .tuple(let arguments) = value.head else {
      return try set(list.pointer(index), value, type)
    }
    try enter(value)
    try fill(list.structure(index), arguments)
    leave()
  }
}
