import Foundation

/// What an object writes of itself.
enum InstanceContent {
  /// Its struct, in canonical form.
  case state(Data)

  /// Its fields.
  case fields(Table)

  /// What it is built from, and its struct in canonical form.
  case configured(Value, Data)
}

extension Instance {
  func content() throws -> InstanceContent {
    switch entry.form {
    case .state(let form): .state(try canonicalState(form))
    case .fields: .fields(try fields())
    case .configured(let form, let config):
      .configured(try config.config(object), try canonicalState(form))
    case .none: throw StowageError(.unsupportedValue, "\(type) has no objects to be saved")
    }
  }

  func fields() throws -> Table {
    guard let object = object as? any GraphObject else {
      throw StowageError(.wrongType, "an object of \(type) is needed")
    }
    let fields = try object.fields()
    guard fields.isRecord else {
      throw StowageError(.unsupportedValue, "the fields of \(type) have names that are no strings")
    }
    return fields
  }

  private func canonicalState(_ form: RegisteredType.StateForm) throws -> Data {
    let message = MessageBuilder()
    try form.write(object, message.root)
    return try message.root.asReader.get(AnyStruct.self).canonicalBytes()
  }
}
