/// A type that is built from a configuration, and then given its state.
///
/// The configuration is what its initializer takes: numbers, names, other objects, arrays,
/// dictionaries and types. It stays readable in every format.
public protocol Configurable: RegisteredObject {
  /// What the initializer takes.
  associatedtype Config: Codable

  /// The view that reads the struct of the state.
  associatedtype StateReader: StructReaderView

  /// The view that builds the struct of the state.
  associatedtype StateBuilder: StructBuilderView where StateBuilder.Struct == StateReader.Struct

  /// The configuration that an equal object would be built from.
  var config: Config { get }

  /// Builds an object that has not learnt anything.
  ///
  /// - Throws: whatever is wrong with the configuration.
  init(config: Config) throws

  /// Writes what the object has beyond its configuration into a struct that is empty so far.
  ///
  /// - Throws: whatever keeps the object from being saved.
  func writeState(_ builder: StateBuilder) throws

  /// Takes up the state that an object with this configuration wrote.
  ///
  /// - Throws: whatever is wrong with the state.
  mutating func readState(_ reader: StateReader) throws
}

/// An object that is saved and loaded by the name that its type is registered under.
///
/// Conform to ``Configurable`` or ``GraphObject``, and not to this alone.
public protocol RegisteredObject {}

extension RegisteredType.StateForm {
  fileprivate init<Object: Configurable & SendableMetatype>(configured _: Object.Type) {
    schema = Object.StateReader.Struct.schema
    write = { object, pointer in
      guard let object = object as? Object else {
        throw StowageError(.wrongType, "an object of \(Object.self) is needed")
      }
      try Whole.write(object, Object.StateReader.Struct.self, to: pointer) {
        try object.writeState($0)
      }
    }
    // Without its configuration nothing can be made of it.
    read = { _ in throw StowageError(.invalidContent, "the configuration is missing") }
    loadSchema = { registry throws(CapnProtoError) in
      try registry.load(Object.StateReader.Struct.self)
    }
    others = []
  }
}

extension RegisteredType.ConfigForm {
  fileprivate init<Object: Configurable & SendableMetatype>(_ type: Object.Type) {
    config = { object in
      guard let object = object as? Object else {
        throw StowageError(.wrongType, "an object of \(Object.self) is needed")
      }
      return try ValueEncoder().encode(object.config)
    }
    make = { config, pointer in
      var object = try Object(config: ValueDecoder().decode(Object.Config.self, from: config))
      let state = try pointer.get(Object.StateReader.Struct.self)
      try object.readState(Object.StateReader(_raw: state._raw))
      return try Whole.read(object, Object.StateReader.Struct.self, state._raw)
    }
  }
}

extension TypeRegistry {
  /// Registers a type that is built from a configuration, and then given its state.
  ///
  /// - Parameters:
  ///   - type: the type.
  ///   - id: its name in files.
  ///   - aliases: names that it had before.
  /// - Throws: `StowageError` where the type or a name is registered already.
  public func register<Object: Configurable & SendableMetatype>(
    _ type: Object.Type, as id: TypeID, aliases: [TypeID] = []
  ) throws(StowageError) {
    try add(
      RegisteredType(
        type, id, aliases,
        .configured(
          RegisteredType.StateForm(configured: type), RegisteredType.ConfigForm(type))))
  }
}
