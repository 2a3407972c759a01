/// A class whose objects can be in several places of a graph, and lead to each other in cycles.
///
/// When such a graph is loaded, all of its objects are made first, and then filled one after
/// another: what one finds in its fields may be an object that is still empty.
public protocol GraphObject: AnyObject {
  /// Makes an object to be filled.
  init()

  /// What the object holds, by name. Objects in it are values made with ``Value/object(_:)``.
  ///
  /// - Throws: whatever keeps the object from being saved.
  func fields() throws -> Table

  /// Takes up what an object of this type held.
  ///
  /// - Throws: whatever is wrong with the fields.
  func fill(_ fields: Table) throws
}

/// A type that is built from a configuration, and then given its state.
///
/// The configuration is what its initializer takes. It stays readable in every format.
public protocol Configurable: Serializable {
  /// What the initializer takes.
  associatedtype Config: Codable

  /// The configuration that an equal object would be built from.
  var config: Config { get }

  /// Builds an object that has not learnt anything.
  ///
  /// - Throws: whatever is wrong with the configuration.
  init(config: Config) throws

  /// Takes up the state that an object with this configuration wrote.
  ///
  /// - Throws: whatever is wrong with the state.
  mutating func readState(_ reader: ProtoReader) throws
}
