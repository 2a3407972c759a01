import CapnProto

/// Objects together with what this program does not know of them.
enum Whole {
  private static func unknown(_ object: Any) -> UnknownFields {
    (object as? any PreservesUnknownFields)?.unknownFields ?? UnknownFields()
  }

  /// A message of an object.
  static func message<Struct: StructType>(
    _ object: Any, _ type: Struct.Type, write: (Struct.Builder) throws -> Void
  ) throws -> MessageBuilder {
    let message = MessageBuilder()
    try write(message.initRoot(type))
    let unknown = unknown(object)
    if unknown.isEmpty { return message }
    try unknown.restore(at: message.root, .of(type))
    // What was moved to where it has more room has left holes.
    let whole = MessageBuilder()
    try whole.setRoot(message.root.asReader)
    return whole
  }

  /// Writes an object to where a pointer leads.
  static func write<Struct: StructType>(
    _ object: Any, _ type: Struct.Type, to pointer: PointerBuilder,
    write: (Struct.Builder) throws -> Void
  ) throws {
    if unknown(object).isEmpty {
      try write(pointer.initialize(type))
    } else {
      try pointer.set(message(object, type, write: write).root.asReader)
    }
  }

  /// An object that was read, with what is not known of its struct.
  static func read<Object, Struct: StructType>(
    _ object: Object, _ type: Struct.Type, _ reader: StructReader
  ) throws -> Object {
    guard var keeper = object as? any PreservesUnknownFields else { return object }
    keeper.unknownFields = try UnknownFields(reader, .of(type))
    return keeper as? Object ?? object
  }

  /// Throws where a format of names would lose what has none.
  static func requireNames(_ object: Any, _ format: Format) throws(StowageError) {
    guard format == .json || format == .text, !unknown(object).isEmpty else { return }
    throw hasUnknown(Swift.type(of: object))
  }

  /// Throws where a format of names would lose what a struct has and an object would keep.
  ///
  /// - Parameters:
  ///   - type: the type of the object; nil where the struct was written just now.
  ///   - state: the struct.
  static func requireNames(_ type: Any.Type?, _ state: DynamicStruct.Reader) throws {
    guard let type, type is any PreservesUnknownFields.Type,
      try !UnknownFields(in: state).isEmpty
    else { return }
    throw hasUnknown(type)
  }

  private static func hasUnknown(_ type: Any.Type) -> StowageError {
    StowageError(
      .unsupportedValue,
      "the \(type) has fields that a newer version wrote and this one has no names "
        + "for: save it as .packed or .binary, or set its unknownFields to UnknownFields() to lose them"
    )
  }
}

extension Serializable {
  /// A message of the object, with what this program does not know.
  func wholeMessage() throws -> MessageBuilder {
    try Whole.message(self, Proto.self) { try write($0) }
  }

  /// Reads an object, with what this program does not know.
  static func readWhole(_ reader: ProtoReader) throws -> Self {
    try Whole.read(read(reader), Proto.self, reader._raw)
  }
}
