extension SchemaWriter {
  /// Writes the fields of a struct or a group.
  mutating func members(
    _ structure: Schema.Node.Struct.Reader, in scope: [UInt64]
  ) throws(CapnProtoError) {
    let fields = try structure.fields.sorted { $0.codeOrder < $1.codeOrder }
    var index = 0
    while index < fields.count {
      guard fields[index].discriminantValue != Self.noDiscriminant else {
        try member(fields[index], in: scope)
        index += 1
        continue
      }
      let end = fields[index...].firstIndex { $0.discriminantValue == Self.noDiscriminant }
      let union = fields[index..<(end ?? fields.count)]
      try block("union") { (writer) throws(CapnProtoError) in
        for field in union { try writer.member(field, in: scope) }
      }
      index += union.count
    }
  }

  static let noDiscriminant: UInt16 = 0xFFFF

  private mutating func member(
    _ field: Schema.Field.Reader, in scope: [UInt64]
  ) throws(CapnProtoError) {
    let uses = try annotations(field.annotations, in: scope).map { " " + $0 }.joined()
    var head = String(try field.name)
    if case .explicit(let ordinal) = field.ordinal.which {
      head += " @\(ordinal)" + (isSlot(field) ? "" : "!")
    }
    switch field.which {
    case .slot(let slot):
      line("\(head) \(Self.behind(try type(slot.type, in: scope)))\(try initial(slot))\(uses);")
    case .group(let group):
      guard let node = schemas.nodes[group.typeId], case .struct(let structure) = node.which,
        scope.count < 200
      else { throw .badSchema("the group \(head) is not there") }
      let isUnion = try structure.fields.allSatisfy { $0.discriminantValue != Self.noDiscriminant }
      guard isUnion else {
        return try block("\(head) :group\(uses)") { (writer) throws(CapnProtoError) in
          try writer.members(structure, in: scope)
        }
      }
      try block("\(head) :union\(uses)") { (writer) throws(CapnProtoError) in
        for field in try structure.fields.sorted(by: { $0.codeOrder < $1.codeOrder }) {
          try writer.member(field, in: scope)
        }
      }
    case .unrecognized: throw .badSchema("the field \(head) is of an unknown kind")
    }
  }

  private func isSlot(_ field: Schema.Field.Reader) -> Bool {
    if case .slot = field.which { true } else { false }
  }

  /// A default value, with the sign in front of it.
  private func initial(_ slot: Schema.Field.Slot.Reader) throws(CapnProtoError) -> String {
    guard slot.hadExplicitDefault else { return "" }
    if case .void = try slot.type.which { return " = void" }
    return try value(slot.defaultValue, of: slot.type).map { " = " + $0 } ?? ""
  }

  /// Writes the methods of an interface.
  mutating func methods(
    _ interface: Schema.Node.Interface.Reader, in scope: [UInt64]
  ) throws(CapnProtoError) {
    let methods = Array(try interface.methods)
    for index in methods.indices.sorted(by: { methods[$0].codeOrder < methods[$1].codeOrder }) {
      let method = methods[index]
      var names: [String] = []
      for parameter in try method.implicitParameters { names.append(String(try parameter.name)) }
      let generic = names.isEmpty ? "" : " [" + names.joined(separator: ", ") + "]"
      let takes = try parameters(
        method.paramStructType, method.paramBrand, names, in: scope)
      let gives = try parameters(
        method.resultStructType, method.resultBrand, names, in: scope)
      let uses = try annotations(method.annotations, in: scope).map { " " + $0 }.joined()
      line("\(try method.name) @\(index)\(generic) \(takes) -> \(gives)\(uses);")
    }
  }

  /// What a method takes or gives: the fields of a struct of its own, or the name of another one.
  private func parameters(
    _ id: UInt64, _ brand: Schema.Brand.Reader, _ generic: [String], in scope: [UInt64]
  ) throws(CapnProtoError) -> String {
    guard let node = schemas.nodes[id], case .struct(let structure) = node.which else {
      // The results of a method that streams are in a file that every compiler has.
      return id == Self.streamResult ? "stream" : "()"
    }
    if id == Self.streamResult { return "stream" }
    guard node.scopeId == 0 else { return try path(id, brand, in: scope, implicit: generic) }
    var parts: [String] = []
    for field in try structure.fields.sorted(by: { $0.codeOrder < $1.codeOrder }) {
      guard case .slot(let slot) = field.which else { continue }
      let uses = try annotations(field.annotations, in: scope).map { " " + $0 }.joined()
      parts.append(
        "\(try field.name) \(Self.behind(try type(slot.type, in: scope, implicit: generic)))"
          + "\(try initial(slot))\(uses)")
    }
    return "(" + parts.joined(separator: ", ") + ")"
  }

  static let streamResult: UInt64 = 0x995f_9a33_77c0_b16e
}
