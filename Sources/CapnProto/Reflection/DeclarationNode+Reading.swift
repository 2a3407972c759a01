// Copying a `Schema.Node` from a message, and checking what can be checked of it alone.

/// The comments on a declaration and its members.
struct Comments {
  var node: String?
  var members: [String?] = []

  init() {}

  init(_ info: Schema.Node.SourceInfo.Reader) throws(CapnProtoError) {
    node = info.hasDocComment ? try info.docComment.string : nil
    for member in try info.members {
      members.append(member.hasDocComment ? try member.docComment.string : nil)
    }
  }

  func member(_ index: Int) -> String? { members.indices.contains(index) ? members[index] : nil }
}

extension DeclarationNode {
  convenience init(
    _ node: Schema.Node.Reader, _ comments: Comments
  ) throws(CapnProtoError) {
    let displayName = try node.displayName.string
    let kind = try Kind(node, comments)
    let prefix = if case .file = kind { 0 } else { Int(node.displayNamePrefixLength) }
    var parameters: [String] = []
    try node.parameters.requireSize()
    try node.nestedNodes.requireSize()
    for parameter in try node.parameters { parameters.append(try parameter.name.string) }
    var nested: [NestedDeclaration] = []
    for item in try node.nestedNodes {
      nested.append(NestedDeclaration(name: try item.name.string, id: item.id))
    }
    self.init(
      id: node.id, scopeID: node.scopeId, displayName: displayName,
      name: String(decoding: displayName.utf8.dropFirst(prefix), as: UTF8.self),
      parameters: parameters, nested: nested,
      annotations: try SchemaAnnotation.all(node.annotations),
      documentation: comments.node, kind: kind)
  }
}

extension DeclarationNode.Kind {
  fileprivate init(_ node: Schema.Node.Reader, _ comments: Comments) throws(CapnProtoError) {
    switch node.which {
    case .file: self = .file
    case .struct(let reader): self = .structure(try StructNode(reader, comments))
    case .enum(let reader): self = .enumeration(try EnumerantNode.all(reader, comments))
    case .interface(let reader): self = .interface(try InterfaceNode(reader))
    case .const(let reader):
      let type = try TypeNode(reader.type)
      self = .constant(type, try ValueNode(reader.value, of: type))
    case .annotation(let reader):
      let flags = [
        reader.targetsFile, reader.targetsConst, reader.targetsEnum, reader.targetsEnumerant,
        reader.targetsStruct, reader.targetsField, reader.targetsUnion, reader.targetsGroup,
        reader.targetsInterface, reader.targetsMethod, reader.targetsParam,
        reader.targetsAnnotation,
      ]
      var targets = AnnotationTargets()
      for (bit, flag) in flags.enumerated() where flag {
        targets.insert(AnnotationTargets(rawValue: 1 << UInt16(bit)))
      }
      self = .annotation(try TypeNode(reader.type), targets: targets)
    case .unrecognized(let tag):
      throw .badSchema("a declaration is of the unknown kind \(tag)")
    }
  }
}

extension StructNode {
  fileprivate init(
    _ reader: Schema.Node.Struct.Reader, _ comments: Comments
  ) throws(CapnProtoError) {
    layout = StructLayout(dataWords: reader.dataWordCount, pointers: reader.pointerCount)
    isGroup = reader.isGroup
    discriminantCount = Int(reader.discriminantCount)
    discriminantOffset = Int(reader.discriminantOffset)
    if discriminantCount > 0 {
      guard discriminantOffset < Int(layout.dataWords) * 4 else {
        throw .badSchema("the tag of a union lies outside its struct")
      }
    }
    var fields: [FieldNode] = []
    var byName: [String: Int] = [:]
    var byDiscriminant: [UInt16: Int] = [:]
    try reader.fields.requireSize()
    for (index, item) in try reader.fields.enumerated() {
      let field = try FieldNode(item, layout, comments.member(index))
      guard byName.updateValue(index, forKey: field.name) == nil else {
        throw .badSchema("two fields are called `\(field.name)`")
      }
      if let tag = field.discriminant {
        guard tag < discriminantCount, byDiscriminant.updateValue(index, forKey: tag) == nil else {
          throw .badSchema("the tag of `\(field.name)` is not one of its own in the union")
        }
      }
      fields.append(field)
    }
    guard byDiscriminant.count == discriminantCount else {
      throw .badSchema("a union has \(discriminantCount) members, and not each has a field")
    }
    self.fields = fields
    self.byName = byName
    self.byDiscriminant = byDiscriminant
  }
}

extension FieldNode {
  fileprivate init(
    _ reader: Schema.Field.Reader, _ layout: StructLayout, _ comment: String?
  ) throws(CapnProtoError) {
    name = try reader.name.string
    codeOrder = Int(reader.codeOrder)
    documentation = comment
    annotations = try SchemaAnnotation.all(reader.annotations)
    discriminant =
      reader.discriminantValue == Schema.Field.noDiscriminant ? nil : reader.discriminantValue
    ordinal = if case .explicit(let number) = reader.ordinal.which { Int(number) } else { nil }
    switch reader.which {
    case .slot(let slot):
      let type = try TypeNode(slot.type)
      guard Self.fits(type, Int(slot.offset), layout) else {
        throw .badSchema("the field `\(name)` lies outside its struct")
      }
      // A schema made by hand may leave the default out.
      let value = slot.hasDefaultValue ? try ValueNode(slot.defaultValue, of: type) : .null
      kind = .slot(
        offset: Int(slot.offset), type, value, explicit: slot.hadExplicitDefault)
    case .group(let group): kind = .group(group.typeId)
    case .unrecognized(let tag):
      throw .badSchema("the field `\(name)` is of the unknown kind \(tag)")
    }
  }

  private static func fits(_ type: TypeNode, _ offset: Int, _ layout: StructLayout) -> Bool {
    guard let bits = type.dataBits else { return offset < Int(layout.pointers) }
    return bits == 0 || offset < Int(layout.dataWords) * 64 / bits
  }
}

extension TypeNode {
  /// The bits that a field takes in the data section; nil for a pointer.
  fileprivate var dataBits: Int? {
    switch self {
    case .enumeration: return 16
    case .plain(let type):
      switch type.elementSize {
      case .void: return 0
      case .bit: return 1
      case .byte: return 8
      case .twoBytes: return 16
      case .fourBytes: return 32
      case .eightBytes: return 64
      case .pointer, .composite: return nil
      }
    default: return nil
    }
  }
}

extension EnumerantNode {
  fileprivate static func all(
    _ reader: Schema.Node.Enum.Reader, _ comments: Comments
  ) throws(CapnProtoError) -> [EnumerantNode] {
    var result: [EnumerantNode] = []
    try reader.enumerants.requireSize()
    for (index, item) in try reader.enumerants.enumerated() {
      result.append(
        EnumerantNode(
          name: try item.name.string, codeOrder: Int(item.codeOrder),
          documentation: comments.member(index),
          annotations: try SchemaAnnotation.all(item.annotations)))
    }
    guard Set(result.map(\.name)).count == result.count, result.count <= 65536 else {
      throw .badSchema("two values of an enumeration have one name")
    }
    return result
  }
}

extension InterfaceNode {
  fileprivate init(_ reader: Schema.Node.Interface.Reader) throws(CapnProtoError) {
    try reader.superclasses.requireSize()
    try reader.methods.requireSize()
    var superclasses: [UInt64] = []
    for item in try reader.superclasses { superclasses.append(item.id) }
    var methods: [Method] = []
    for item in try reader.methods {
      methods.append(
        Method(
          name: try item.name.string, parameters: item.paramStructType,
          results: item.resultStructType))
    }
    self.superclasses = superclasses
    self.methods = methods
  }
}

extension StructListReader {
  /// Throws for elements that take no memory, and of which there may be any number: those of a
  /// schema have at least a name or an id.
  func requireSize() throws(CapnProtoError) {
    if unsafe _raw.parts.sizes.stepBits == 0, count > 0 {
      throw .badSchema("a list claims \(count) elements of no size")
    }
  }
}
