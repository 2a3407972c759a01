internal import CapnProto
internal import CapnProtoSyntax

/// Writes what was worked out as the compiler's answer.
struct RequestWriter {
  let compilation: Compilation
  let builder = MessageBuilder()

  func write(_ requested: [Entity]) throws(CapnProtoError) {
    let request = try builder.initRoot(Schema.CodeGeneratorRequest.self)
    let version = try request.initCapnpVersion()
    version.major = 0
    version.minor = 9
    version.micro = 2
    let records = compilation.records
    let nodes = try request.initNodes(count: records.count)
    let infos = try request.initSourceInfo(count: records.count)
    for (index, record) in records.enumerated() {
      try write(record, nodes[index])
      try writeInfo(record, infos[index])
    }
    let files = try request.initRequestedFiles(count: requested.count)
    for (index, file) in requested.enumerated() {
      files[index].id = file.id
      try files[index].setFilename(file.displayName)
      let known = compilation.imports[ObjectIdentifier(file.text)] ?? [:]
      let imports = try files[index].initImports(count: known.count)
      for (number, entry) in known.sorted(by: { $0.key < $1.key }).enumerated() {
        imports[number].id = entry.value.id
        try imports[number].setName(entry.key)
      }
    }
  }

  private func write(_ record: Record, _ node: Schema.Node.Builder) throws(CapnProtoError) {
    switch record {
    case .file(let entity, let annotations):
      try head(entity, annotations, node)
      node.setFile()
    case .structure(let info, let entity, let annotations):
      if let entity {
        try head(entity, annotations, node)
      } else {
        node.id = info.id
        try node.setDisplayName(info.displayName)
        node.displayNamePrefixLength = UInt32(truncatingIfNeeded: info.prefixLength)
        node.scopeId = info.scopeID
        node.isGeneric = info.isGeneric
        try parameters(info.parameters, node)
      }
      try structure(info, node.initStruct())
    case .enumeration(let entity, let annotations, let enumerants):
      try head(entity, annotations, node)
      let list = try node.initEnum().initEnumerants(count: enumerants.count)
      for (index, enumerant) in enumerants.enumerated() {
        try list[index].setName(enumerant.declaration.name.text)
        list[index].codeOrder = UInt16(truncatingIfNeeded: enumerant.codeOrder)
        if !enumerant.annotations.isEmpty {
          let uses = try list[index].initAnnotations(count: enumerant.annotations.count)
          try write(enumerant.annotations, uses)
        }
      }
    case .interface(let entity, let annotations, let methods, let superclasses):
      try head(entity, annotations, node)
      try interface(methods, superclasses, node.initInterface())
    case .constant(let entity, let annotations, let info):
      try head(entity, annotations, node)
      let constant = try node.initConst()
      try write(info.type, constant.initType())
      try write(info.value, info.type, constant.initValue())
    case .annotation(let entity, let annotations, let type):
      try head(entity, annotations, node)
      let annotation = try node.initAnnotation()
      try write(type, annotation.initType())
      setTargets(entity.declaration.targets, annotation)
    }
  }

  private func head(
    _ entity: Entity, _ annotations: [AnnotationInfo], _ node: Schema.Node.Builder
  ) throws(CapnProtoError) {
    node.id = entity.id
    try node.setDisplayName(entity.displayName)
    node.displayNamePrefixLength = UInt32(truncatingIfNeeded: entity.prefixLength)
    node.scopeId = entity.parent?.id ?? 0
    node.isGeneric = entity.isGeneric
    try parameters(entity.declaration.genericParameters, node)
    let nested = try node.initNestedNodes(count: entity.children.count)
    for (index, child) in entity.children.enumerated() {
      try nested[index].setName(child.name)
      nested[index].id = child.id
    }
    if !annotations.isEmpty {
      try write(annotations, node.initAnnotations(count: annotations.count))
    }
  }

  private func parameters(
    _ names: [Name], _ node: Schema.Node.Builder
  ) throws(CapnProtoError) {
    guard !names.isEmpty else { return }
    let list = try node.initParameters(count: names.count)
    for (index, name) in names.enumerated() { try list[index].setName(name.text) }
  }

  private func structure(
    _ info: StructInfo, _ node: Schema.Node.Struct.Builder
  ) throws(CapnProtoError) {
    node.dataWordCount = UInt16(truncatingIfNeeded: info.dataWords)
    node.pointerCount = UInt16(truncatingIfNeeded: info.pointers)
    node.preferredListEncoding = .inlineComposite
    node.isGroup = info.isGroup
    node.discriminantCount = UInt16(truncatingIfNeeded: info.discriminantCount)
    node.discriminantOffset = UInt32(truncatingIfNeeded: info.discriminantOffset)
    guard !info.fields.isEmpty else { return }
    let fields = try node.initFields(count: info.fields.count)
    for (index, field) in info.fields.enumerated() { try write(field, fields[index]) }
  }

  private func write(
    _ info: FieldInfo, _ field: Schema.Field.Builder
  ) throws(CapnProtoError) {
    try field.setName(info.name)
    field.codeOrder = UInt16(truncatingIfNeeded: info.codeOrder)
    if let discriminant = info.discriminant {
      field.discriminantValue = UInt16(truncatingIfNeeded: discriminant)
    }
    if !info.annotations.isEmpty {
      try write(info.annotations, field.initAnnotations(count: info.annotations.count))
    }
    if let ordinal = info.ordinal {
      field.ordinal.explicit = UInt16(truncatingIfNeeded: ordinal)
    }
    if let group = info.group {
      field.initGroup().typeId = group.id
      return
    }
    let slot = try field.initSlot()
    slot.offset = UInt32(truncatingIfNeeded: info.offset)
    slot.hadExplicitDefault = info.declaration.value != nil
    try write(info.type, slot.initType())
    try write(info.value ?? Self.initial(info.type), info.type, slot.initDefaultValue())
  }

  /// What a field reads as when the schema does not say.
  private static func initial(_ type: Meaning) -> CompiledValue {
    switch type {
    case .builtin(let builtin):
      switch builtin {
      case .void: .void
      case .bool: .bool(false)
      case .float32, .float64: .float(0)
      default: type.dataSize == nil ? .pointer(.null) : .integer(0, isNegative: false)
      }
    case .entity(let entity, _) where entity.kind == .enumeration: .enumeration(0)
    case .entity(let entity, _) where entity.kind == .interface: .interface
    default: .pointer(.null)
    }
  }

  private func interface(
    _ methods: [Record.Method], _ superclasses: [(Entity, BrandScope)],
    _ node: Schema.Node.Interface.Builder
  ) throws(CapnProtoError) {
    let supers = try node.initSuperclasses(count: superclasses.count)
    for (index, (entity, brand)) in superclasses.enumerated() {
      supers[index].id = entity.id
      if !brand.levels.isEmpty { try write(brand, supers[index].initBrand()) }
    }
    let list = try node.initMethods(count: methods.count)
    for (index, info) in methods.enumerated() {
      let method = list[index]
      try method.setName(info.declaration.name.text)
      method.codeOrder = UInt16(truncatingIfNeeded: info.codeOrder)
      let names = info.declaration.genericParameters
      let implicit = try method.initImplicitParameters(count: names.count)
      for (number, name) in names.enumerated() { try implicit[number].setName(name.text) }
      if let carrier = info.parameters {
        method.paramStructType = carrier.id
        if !carrier.brand.levels.isEmpty { try write(carrier.brand, method.initParamBrand()) }
      }
      if let carrier = info.results {
        method.resultStructType = carrier.id
        if !carrier.brand.levels.isEmpty { try write(carrier.brand, method.initResultBrand()) }
      }
      if !info.annotations.isEmpty {
        try write(info.annotations, method.initAnnotations(count: info.annotations.count))
      }
    }
  }
}
