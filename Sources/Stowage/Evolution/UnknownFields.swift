public import CapnProto

/// What a newer version of a program wrote into a struct, and this one has no field for.
///
/// It is taken up when an object is loaded and put back when it is saved: see
/// ``PreservesUnknownFields``. As long as there is nothing unknown it takes no memory.
public struct UnknownFields: Sendable, Hashable {
  private var content: UnknownStruct?

  /// Nothing.
  public init() {}

  /// Takes up what is in a struct, and in the structs and lists of structs in it, beyond the fields
  /// that a schema has.
  ///
  /// - Throws: `CapnProtoError` when the message is damaged.
  public init(in reader: DynamicStruct.Reader) throws(CapnProtoError) {
    try self.init(reader._raw, KnownLayout(reader.schema))
  }

  init(_ reader: StructReader, _ layout: KnownLayout) throws(CapnProtoError) {
    content = try layout.unknown(in: reader, layout.structs[0])
  }

  /// Whether there is nothing.
  public var isEmpty: Bool { content == nil }

  /// Puts everything back into a struct of the schema that it was taken up with.
  ///
  /// What belongs to something that is no longer there is left out: to a struct that is gone, to a
  /// list of another length, to a member of a union that another one has taken the place of.
  ///
  /// - Parameters:
  ///   - pointer: what leads to the struct, which may be moved to where it has more room.
  ///   - schema: the schema.
  /// - Throws: `CapnProtoError` when the message cannot hold it.
  public func restore(
    at pointer: PointerBuilder, as schema: StructSchema
  ) throws(CapnProtoError) {
    try restore(at: pointer, KnownLayout(schema))
  }

  func restore(at pointer: PointerBuilder, _ layout: KnownLayout) throws(CapnProtoError) {
    guard let content else { return }
    try layout.restore(content, at: pointer, layout.structs[0])
  }
}
