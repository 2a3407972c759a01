/// Emits what a builder offers for one pointer field.
struct PointerBuilderEmitter {
  private let file: FileEmitter
  private let field: FieldModel
  private let slot: SlotModel
  private let node: NodeModel
  private let structure: StructModel
  private let members: MemberNames
  private let name: String
  private let type: String

  init(
    _ file: FileEmitter, _ field: FieldModel, _ slot: SlotModel, in node: NodeModel,
    _ structure: StructModel
  ) throws(GeneratorError) {
    self.file = file
    self.field = field
    self.slot = slot
    self.node = node
    self.structure = structure
    members = try file.memberNames(field, in: node)
    name = Identifier.spelled(members.property)
    type = try file.spelling(slot.type, in: node)
  }

  private var code: CodeWriter { file.code }
  private var member: String { file.member }
  private var throwing: String { file.throwing }
  private var at: String { "at: \(slot.offset)" }
  private var activate: String { file.activation(field, structure) }
  private var require: String { file.requirement(field, structure) }

  func emit() throws(GeneratorError) {
    switch FieldShape(slot.type) {
    case .anyPointer:
      emitPointer(named: name)
      emitPointerInitializer(named: members.initialize)
      emitSetter(taking: "\(type).Reader")
    case .anyObject:
      emitGetter()
      emitPointer(named: members.pointer)
      emitPointerInitializer(named: members.initializePointer)
      emitSetter(taking: "\(type).Reader")
    case .parameter:
      emitGetter()
      emitPointer(named: members.pointer)
      emitPointerInitializer(named: members.initializePointer)
      emitSetter(taking: "\(type).Reader")
      // A parameter is a type of its own here, so what only some types offer needs a condition.
      emitSetter(taking: "some CapnProto::TextSource", when: "\(type) == CapnProto::Text")
      emitSetter(taking: "some CapnProto::BytesSource", when: "\(type) == CapnProto::Bytes")
      emitInitializer("", "", suffix: " where \(type): CapnProto::StructType")
      emitInitializer(
        "count: Swift::Int", ", count: count",
        suffix: " where \(type): CapnProto::CountedPointerType")
    case .text:
      emitGetter()
      emitSetter(taking: "some CapnProto::TextSource")
      emitInitializer("byteCount: Swift::Int", ", count: byteCount")
    case .data:
      emitGetter()
      emitSetter(taking: "some CapnProto::BytesSource")
      emitInitializer("count: Swift::Int", ", count: count")
    case .structure:
      emitGetter()
      emitSetter(taking: "\(type).Reader")
      emitInitializer("", "")
    case .list(let element):
      emitGetter()
      emitSetter(taking: "\(type).Reader")
      try emitContentsSetter(element)
      emitInitializer("count: Swift::Int", ", count: count")
    case .capability:
      emitGetter()
      emitSetter(taking: "\(type).Reader")
    case .void, .bool, .scalar, .enumeration:
      break
    }
    emitCommon()
  }

  private func emitGetter() {
    let fallback = file.defaultArgument(field, slot, in: node)
    let value = "try _raw.get(\(type).self, \(at)\(fallback))"
    code.line(
      "\(member)var \(name): \(type).Builder { get \(throwing) { "
        + (require.isEmpty ? value : "\(require)return \(value)") + " } }")
  }

  private func emitPointer(named name: String) {
    let value = "_raw.pointer(\(at))"
    let body = require.isEmpty ? value : "get \(throwing) { \(require)return \(value) }"
    code.line("\(member)var \(name): CapnProto::AnyPointer.Builder { \(body) }")
  }

  private func emitPointerInitializer(named name: String) {
    code.line("@discardableResult")
    code.line(
      "\(member)func \(name)() \(throwing) -> CapnProto::AnyPointer.Builder "
        + "{ \(activate)try _raw.clear(\(at)); return _raw.pointer(\(at)) }")
  }

  private func emitSetter(taking parameter: String, when condition: String? = nil) {
    let suffix = condition.map { "where \($0) " } ?? ""
    let type = condition == nil ? type : String(parameter.dropFirst(5).dropLast(6))
    code.line(
      "\(member)func \(members.set)(_ value: \(parameter)) \(throwing) \(suffix)"
        + "{ \(activate)try _raw.set(\(type).self, \(at), value) }")
  }

  private func emitContentsSetter(_ element: TypeModel) throws(GeneratorError) {
    let source: String
    switch FieldShape(element) {
    case .bool, .scalar, .enumeration: source = try file.spelling(element, in: node)
    case .text: source = "some CapnProto::TextSource"
    case .data: source = "some CapnProto::BytesSource"
    default: return
    }
    code.line(
      "\(member)func \(members.set)(_ values: some Swift::Collection<\(source)>) \(throwing) "
        + "{ \(activate)try _raw.set(\(type).self, \(at), contentsOf: values) }")
  }

  private func emitInitializer(_ parameter: String, _ argument: String, suffix: String = "") {
    code.line("@discardableResult")
    code.line(
      "\(member)func \(members.initialize)(\(parameter)) \(throwing) -> \(type).Builder\(suffix) "
        + "{ \(activate)\(activate.isEmpty ? "" : "return ")"
        + "try _raw.initialize(\(type).self, \(at)\(argument)) }")
  }

  private func emitCommon() {
    let active = field.tag.map { "_tag == \($0) && " } ?? ""
    let clear = "try _raw.clear(\(at))"
    let guarded = field.tag.map { "if _tag == \($0) { \(clear) }" } ?? clear
    let disown = "try _raw.disown(\(type).self, \(at))"
    code.line("\(member)var \(members.has): Swift::Bool { \(active)_raw.has(\(at)) }")
    code.line("\(member)func \(members.clear)() \(throwing) { \(guarded) }")
    code.line(
      "\(member)func \(members.disown)() \(throwing) -> CapnProto::Orphan<\(type)> { "
        + (require.isEmpty ? disown : "\(require)return \(disown)") + " }")
    code.line(
      "\(member)func \(members.adopt)(_ orphan: consuming CapnProto::Orphan<\(type)>) \(throwing) "
        + "{ \(activate)try _raw.adopt(\(type).self, \(at), orphan) }")
  }
}
