import Foundation

/// A file that was opened, whatever its format, and not yet built.
protocol OpenedArchive {
  var format: Format { get }

  /// What it says of itself.
  var type: String { get }
  var writer: String { get }
  var metadata: [(key: String, value: String)] { get }
  var structID: UInt64 { get }

  /// How many bytes of what it was opened from belong to it.
  var byteCount: Int { get }

  /// The message, where its root is the struct of a type.
  func stateMessage(_ form: RegisteredType.StateForm) throws -> Message

  /// The message, where its root is the struct of a schema.
  func stateMessage(as schema: StructSchema) throws -> Message

  /// What is in it, where that is a graph.
  ///
  /// - Parameter types: the types that may be named, or nil to leave out the states of objects.
  func graph(_ types: KnownTypes?) throws -> StoredGraph

  /// How many values a graph in it has room for.
  var valueBudget: Int { get }
}

extension OpenedArchive {
  var isGraph: Bool { structID == Wire.Graph.schema.id }

  /// Builds the value in the file.
  func value(_ types: KnownTypes) throws -> Value {
    guard isGraph else {
      guard !type.isEmpty else {
        throw StowageError(
          .unregisteredType,
          "the file does not name a type, as that was not registered when it was saved: load it as "
            + "the type that you know it is")
      }
      let entry = try types.entry(TypeID(type))
      guard case .state(let form) = entry.form else { throw wrongSchema(entry.id.description) }
      let object = try ObjectScope.with(types) { try state(form, entry.id.description) }
      return try types.kept(Instance(object, entry))
    }
    let graph = try graph(types)
    var reader = GraphReader(
      types: types, storages: try graph.storages.all(), budget: 1 << 16 + valueBudget)
    return try ObjectScope.with(types) { try reader.read(graph.root) }
  }

  /// Builds the object of a type that is the root of the file.
  func state(_ form: RegisteredType.StateForm, _ name: String) throws -> Any {
    guard let form = form.reading(structID) else { throw wrongSchema(name) }
    return try form.read(stateMessage(form).root)
  }

  private func wrongSchema(_ name: String) -> StowageError {
    let found = type.isEmpty ? "" : ", and says it is a \(type)"
    return StowageError(
      .wrongType,
      "the file holds a struct with the id 0x\(String(structID, radix: 16))\(found), which is not "
        + "what \(name) is saved as", path: "header")
  }
}
