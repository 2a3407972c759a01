internal import CapnProto
internal import CapnProtoSyntax

extension RequestWriter {
  func write(_ meaning: Meaning, _ type: Schema.Type_.Builder) throws(CapnProtoError) {
    switch meaning {
    case .builtin(let builtin): try write(builtin, type)
    case .list(let element): try write(element, type.initList().initElementType())
    case .parameter(let scope, let index):
      let parameter = type.initAnyPointer().initParameter()
      parameter.scopeId = scope
      parameter.parameterIndex = UInt16(truncatingIfNeeded: index)
    case .methodParameter(let index):
      let parameter = type.initAnyPointer().initImplicitMethodParameter()
      parameter.parameterIndex = UInt16(truncatingIfNeeded: index)
    case .entity(let entity, let brand):
      let isBranded = !brand.levels.isEmpty
      switch entity.kind {
      case .enumeration:
        let group = try type.initEnum()
        group.typeId = entity.id
        if isBranded { try write(brand, group.initBrand()) }
      case .interface:
        let group = try type.initInterface()
        group.typeId = entity.id
        if isBranded { try write(brand, group.initBrand()) }
      default:
        let group = try type.initStruct()
        group.typeId = entity.id
        if isBranded { try write(brand, group.initBrand()) }
      }
    }
  }

  private func write(
    _ builtin: Meaning.Builtin, _ type: Schema.Type_.Builder
  ) throws(CapnProtoError) {
    switch builtin {
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
    case .float64: type.setFloat64()
    case .text: type.setText()
    case .data: type.setData()
    case .bareList, .anyPointer: type.initAnyPointer().initUnconstrained().setAnyKind()
    case .anyStruct: type.initAnyPointer().initUnconstrained().setStruct()
    case .anyList: type.initAnyPointer().initUnconstrained().setList()
    case .capability: type.initAnyPointer().initUnconstrained().setCapability()
    }
  }

  func write(_ scope: BrandScope, _ brand: Schema.Brand.Builder) throws(CapnProtoError) {
    let levels = scope.levels
    guard !levels.isEmpty else { return }
    let scopes = try brand.initScopes(count: levels.count)
    for (index, level) in levels.enumerated() {
      scopes[index].scopeId = level.id
      if level.isInherited {
        scopes[index].setInherit()
        continue
      }
      let bindings = try scopes[index].initBind(count: level.arguments.count)
      for (number, argument) in level.arguments.enumerated() {
        try write(argument, bindings[number].initType())
      }
    }
  }

  func write(
    _ infos: [AnnotationInfo], _ list: List<Schema.Annotation>.Builder
  ) throws(CapnProtoError) {
    for (index, info) in infos.enumerated() {
      list[index].id = info.entity.id
      try write(info.brand, list[index].initBrand())
      try write(info.value, info.type, list[index].initValue())
    }
  }

  func setTargets(_ targets: [Name], _ node: Schema.Node.Annotation.Builder) {
    let names = Set(targets.map(\.text))
    func has(_ name: String) -> Bool { names.contains(name) || names.contains("*") }
    node.targetsFile = has("file")
    node.targetsConst = has("const")
    node.targetsEnum = has("enum")
    node.targetsEnumerant = has("enumerant")
    node.targetsStruct = has("struct")
    node.targetsField = has("field")
    node.targetsUnion = has("union")
    node.targetsGroup = has("group")
    node.targetsInterface = has("interface")
    node.targetsMethod = has("method")
    node.targetsParam = has("param")
    node.targetsAnnotation = has("annotation")
  }
}
