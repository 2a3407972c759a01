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
  // Until types can be registered, there is nothing to ask.
  func content() throws -> InstanceContent {
    guard let object = object as? any GraphObject else {
      throw StowageError(.unsupportedValue, "\(type) cannot be saved")
    }
    return .fields(try object.fields())
  }
}
