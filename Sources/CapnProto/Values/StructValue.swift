/// A struct of a schema as a plain Swift value, apart from any message.
///
/// Generated on request as `Person.Value`, with a property for each field: text is a `String`, data
/// and lists are arrays, a group is a value of its own, and a struct is optional, nil where its
/// pointer is null. A value costs what plain Swift costs; where that matters, use the views.
public protocol StructValue: Codable, Hashable, Sendable {
  /// The struct that this is a value of.
  associatedtype Struct: StructType

  /// The value whose fields all have their defaults.
  init()

  /// Copies a struct out of a message, with all that it leads to.
  ///
  /// - Throws: `CapnProtoError` when the message is damaged or exceeds the limits of its reader.
  init(_ reader: Struct.Reader) throws(CapnProtoError)

  /// Sets every field of a struct that is being built.
  ///
  /// - Throws: `CapnProtoError` when something is larger than a message can hold.
  func write(to builder: Struct.Builder) throws(CapnProtoError)
}

extension MessageBuilder {
  /// Makes a value the root of the message.
  public func setRoot<Value: StructValue>(_ value: Value) throws(CapnProtoError) {
    try value.write(to: initRoot(Value.Struct.self))
  }
}

extension Message {
  /// Copies the root of the message as a value.
  public func root<Value: StructValue>(as type: Value.Type) throws(CapnProtoError) -> Value {
    try Value(root(Value.Struct.self))
  }
}
