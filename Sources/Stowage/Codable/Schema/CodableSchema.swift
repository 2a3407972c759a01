/// The schema of a Codable type, for other languages to read what Swift wrote.
///
/// It is found out by decoding the type from values that are made up, so nothing has to be declared.
/// A field is a field, an optional may be missing, a dictionary is a list of keys with values, and an
/// enumeration with associated values is a union. ``text`` is a file that every tool for Cap'n Proto
/// compiles; ``CapnProtoEncoder/encode(_:schema:)`` writes messages of it.
///
/// Some types take no values but a few, and cannot be found out this way: they have to be shown an
/// example.
public struct CodableSchema: Sendable {
  let model: SchemaModel
  let schemas: [StructSchema]

  /// Finds out the schema of a type.
  ///
  /// - Parameters:
  ///   - type: the type.
  ///   - name: the name that the ids in the schema come from: the same name gives the same ids, so
  ///     write it down for what is to last. Nil takes Swift's name of the type.
  /// - Throws: `StowageError` for a type that takes none of the values that were tried.
  public init<T: Decodable>(of type: T.Type, named name: TypeID? = nil) throws {
    let probe = SchemaProbe()
    let shape = try probe.probe(type, nil).shape
    if let (type, error) = probe.failure {
      throw StowageError(
        .unsupportedValue,
        "\(type) takes none of the values that were tried, so its schema cannot be found out: "
          + "give an example of it. It says: \(error)")
    }
    try self.init(shape, probe.records, name ?? Self.name(of: type))
  }

  /// Finds out the schema of a type, with the help of an example.
  ///
  /// - Parameters:
  ///   - example: a value with all that the type can hold, as far as it cannot be found out without.
  ///   - name: the name that the ids in the schema come from, or nil for Swift's name of the type.
  /// - Throws: what encoding or decoding the example throws.
  public init<T: Codable>(of example: T, named name: TypeID? = nil) throws {
    let value = try ValueEncoder(options: CodableOptions(sharing: false)).encode(example)
    let probe = SchemaProbe()
    let shape = try probe.probe(T.self, value).shape
    try self.init(shape, probe.records, name ?? Self.name(of: T.self))
  }

  private init(_ shape: CodableShape, _ records: [CodableRecord], _ name: TypeID) throws {
    let model = SchemaModel(shape, records, name: name)
    for structure in model.structs where structure.fields.count > 1000 {
      throw StowageError(.unsupportedValue, "\(structure.name) has more than 1000 fields")
    }
    let registry = SchemaRegistry()
    let request = try model.request().root(Schema.CodeGeneratorRequest.self)
    try registry.load(request.asReader)
    self.model = model
    schemas = model.structs.compactMap { registry.structure($0.id) }
  }

  private static func name(of type: Any.Type) throws -> TypeID {
    try TypeID(package: "codable", name: SchemaNames.plain(type))
  }

  /// The schema as the text of a file.
  public var text: String { model.text }

  /// The struct that a message of it has as its root.
  public var root: StructSchema { schemas[model.root] }
}
