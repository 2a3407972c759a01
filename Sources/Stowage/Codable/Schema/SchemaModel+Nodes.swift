extension SchemaModel {
  /// The schema as the `capnp` tool hands it to generators of code.
  func request() throws(CapnProtoError) -> MessageBuilder {
    let message = MessageBuilder()
    let request = try message.initRoot(Schema.CodeGeneratorRequest.self)
    let nodes = try request.initNodes(count: structs.count + 1)
    let file = nodes[0]
    file.id = id
    try file.setDisplayName(name + ".capnp")
    file.setFile()
    let nested = try file.initNestedNodes(count: structs.count)
    for (index, structure) in structs.enumerated() {
      try nested[index].setName(structure.name)
      nested[index].id = structure.id
      try write(structure, nodes[index + 1])
    }
    return message
  }

  private func write(
    _ structure: SchemaStruct, _ node: Schema.Node.Builder
  ) throws(CapnProtoError) {
    node.id = structure.id
    node.scopeId = id
    try node.setDisplayName("\(name).capnp:\(structure.name)")
    node.displayNamePrefixLength = UInt32((name + ".capnp:").utf8.count)
    let body = try node.initStruct()
    body.dataWordCount = UInt16(clamping: structure.dataWords)
    body.pointerCount = UInt16(clamping: structure.pointers)
    body.preferredListEncoding = .inlineComposite
    if structure.isUnion {
      body.discriminantCount = UInt16(clamping: structure.fields.count)
      body.discriminantOffset = UInt32(structure.discriminantOffset)
    }
    let fields = try body.initFields(count: structure.fields.count)
    for (index, field) in structure.fields.enumerated() {
      let target = fields[index]
      try target.setName(field.name)
      target.codeOrder = UInt16(clamping: index)
      target.ordinal.explicit = UInt16(clamping: index)
      if structure.isUnion { target.discriminantValue = UInt16(clamping: index) }
      let slot = try target.initSlot()
      slot.offset = UInt32(field.offset)
      try write(field.place, slot.initType())
      try writeDefault(field.place, slot.initDefaultValue())
    }
  }

  private func write(
    _ place: SchemaStruct.Place, _ type: Schema.Type_.Builder
  ) throws(CapnProtoError) {
    switch place.type {
    case .list(let element): try write(element, type.initList().initElementType())
    case .structure(let index): try type.initStruct().typeId = structs[index].id
    case .scalar(let scalar):
      switch scalar {
      case .void: type.setVoid()
      case .bool: type.setBool()
      case .int8: type.setInt8()
      case .int16: type.setInt16()
      case .int32: type.setInt32()
      case .int64: type.setInt64()
      case .uint8: type.setUint8()
      case .uint16: type.setUint16()
      case .uint32: type.setUint32()
      case .uint64: type.setUint64()
      case .float32: type.setFloat32()
      case .float64, .date: type.setFloat64()
      case .text, .wide: type.setText()
      case .data, .any: type.setData()
      }
    }
  }

  private func writeDefault(
    _ place: SchemaStruct.Place, _ value: Schema.Value.Builder
  ) throws(CapnProtoError) {
    switch place.type {
    case .list: _ = try value.initList()
    case .structure: _ = try value.initStruct()
    case .scalar(let scalar):
      switch scalar {
      case .void: value.setVoid()
      case .bool: value.bool = false
      case .int8: value.int8 = 0
      case .int16: value.int16 = 0
      case .int32: value.int32 = 0
      case .int64: value.int64 = 0
      case .uint8: value.uint8 = 0
      case .uint16: value.uint16 = 0
      case .uint32: value.uint32 = 0
      case .uint64: value.uint64 = 0
      case .float32: value.float32 = 0
      case .float64, .date: value.float64 = 0
      case .text, .wide:
        try value.setText("")
        try value.clearText()
      case .data, .any:
        try value.setData([])
        try value.clearData()
      }
    }
  }
}
