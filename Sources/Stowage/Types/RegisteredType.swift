/// What a registry knows of a type.
final class RegisteredType: Sendable {
  let id: TypeID
  let aliases: [TypeID]
  let type: Any.Type
  let form: Form

  init(_ type: Any.Type, _ id: TypeID, _ aliases: [TypeID], _ form: Form) {
    (self.type, self.id, self.aliases, self.form) = (type, id, aliases, form)
  }

  /// How objects of the type are saved.
  enum Form: Sendable {
    /// They write themselves into a struct.
    case state(StateForm)
    /// They are made first and filled later.
    case fields(@Sendable () -> any GraphObject)
    /// They are built from a configuration, and given their state.
    case configured(StateForm, ConfigForm)
    /// They are not: only the type itself can be a value.
    case none
  }

  struct StateForm: Sendable {
    let schema: SchemaNode
    let write: @Sendable (Any, PointerBuilder) throws -> Void
    let read: @Sendable (PointerReader) throws -> Any
    let loadSchema: @Sendable (SchemaRegistry) throws(CapnProtoError) -> StructSchema
    /// Other structs that objects can be read from.
    let others: [StateForm]

    /// How objects are read from a struct, or nil where this program does not know it.
    func reading(_ structID: UInt64) -> StateForm? {
      ([self] + others).first { $0.schema.id == structID }
    }
  }

  struct ConfigForm: Sendable {
    let config: @Sendable (Any) throws -> Value
    let make: @Sendable (Value, PointerReader) throws -> Any
  }
}

extension RegisteredType.StateForm {
  /// The struct that `write` and `read` take.
  init<Object: Serializable & SendableMetatype>(shared _: Object.Type) {
    schema = Object.Proto.schema
    write = { object, pointer in
      guard let object = object as? Object else {
        throw StowageError(.wrongType, "an object of \(Object.self) is needed")
      }
      try Whole.write(object, Object.Proto.self, to: pointer) { try object.write($0) }
    }
    read = { pointer in
      try Object.readWhole(Object.ProtoReader(_raw: pointer.get(Object.Proto.self)._raw))
    }
    loadSchema = { registry throws(CapnProtoError) in try registry.load(Object.Proto.self) }
    others = []
  }
}
