/// How a value is saved.
public struct SaveOptions {
  /// In which format.
  public var format: Format

  /// What is kept in the header of the file, in this order, for people and programs.
  public var metadata: [(key: String, value: String)]

  /// Whether what is shared is written once.
  ///
  /// If not, each place gets a copy of its own, and cycles are refused.
  public var keepsSharing: Bool

  /// Whether the schema is put into the header, so that a tool that knows nothing of the types can
  /// print the file.
  ///
  /// It takes a few kilobytes.
  public var embedsSchema: Bool

  /// Whether tensors leave out what of their storages none of them has.
  ///
  /// A row of a large tensor then takes the room of a row. Tensors that share a storage go on to
  /// share it where they overlap.
  public var compactsTensors: Bool

  /// Takes an object's place while it is saved: gives another value for it, or nil to save it as it
  /// is.
  ///
  /// Objects and references stay shared as they were.
  public var substitute: ((Instance) throws -> Value?)?

  /// The names of the types.
  public var registry: TypeRegistry

  /// Makes options.
  public init(
    format: Format = .packed, metadata: [(key: String, value: String)] = [],
    keepsSharing: Bool = true, embedsSchema: Bool = true, compactsTensors: Bool = false,
    substitute: ((Instance) throws -> Value?)? = nil, registry: TypeRegistry = .shared
  ) {
    self.format = format
    self.metadata = metadata
    self.keepsSharing = keepsSharing
    self.embedsSchema = embedsSchema
    self.compactsTensors = compactsTensors
    self.substitute = substitute
    self.registry = registry
  }
}

/// How a file is loaded.
public struct LoadOptions {
  /// The types that may be built, or nil for all that are registered.
  public var allowedTypes: Set<TypeID>?

  /// Whether all bytes are compared with the checksums of the file before anything is built.
  public var verifies: Bool

  /// The limits for the message, for files that you do not trust.
  public var limits: ReaderOptions

  /// Takes an object's place after it was loaded: gives another value for it, or nil to keep it.
  ///
  /// Objects of a ``GraphObject`` stay, as others may hold them already.
  public var substitute: ((Instance) throws -> Value?)?

  /// The types that can be built at all.
  public var registry: TypeRegistry

  /// Makes options; the defaults are safe for any file.
  public init(
    allowedTypes: Set<TypeID>? = nil, verifies: Bool = true,
    limits: ReaderOptions = ReaderOptions(), substitute: ((Instance) throws -> Value?)? = nil,
    registry: TypeRegistry = .shared
  ) {
    self.allowedTypes = allowedTypes
    self.verifies = verifies
    self.limits = limits
    self.substitute = substitute
    self.registry = registry
  }
}
