public import CapnProto

/// A type whose files of Stowage hold more than the struct that it shares with other systems.
///
/// Where the struct that others read and write loses something, such as the precision of a number,
/// `write`, `read` and the functions for files of that kind keep to it, and a struct of the type's
/// own holds all of it in what ``save(_:_:format:)-(_,Serializable,_)`` and its kind write.
///
/// What was saved in the shared struct, as by a version in which the type was not yet archivable, is
/// loaded as well.
public protocol Archivable: Serializable {
  /// The view that reads the struct that holds everything.
  associatedtype ArchiveReader: StructReaderView

  /// The view that builds the struct that holds everything.
  associatedtype ArchiveBuilder: StructBuilderView
  where ArchiveBuilder.Struct == ArchiveReader.Struct

  /// Writes everything into a struct that is empty so far.
  ///
  /// - Throws: `CapnProtoError` when the message cannot hold it, or an error of the type's own.
  func writeArchive(_ builder: ArchiveBuilder) throws

  /// Makes a value from everything.
  ///
  /// The struct may come from anyone: what is read has to be checked before it is relied on.
  ///
  /// - Throws: `CapnProtoError` when the message is damaged, or an error of the type's own when its
  ///   content makes no sense.
  static func readArchive(_ reader: ArchiveReader) throws -> Self
}

extension Serializable {
  /// A message of what files of Stowage hold of the object, and the schema of its root.
  func archiveMessage() throws -> (message: MessageBuilder, schema: SchemaNode) {
    if let whole = self as? any Archivable { return try whole.completeMessage() }
    return (try wholeMessage(), Proto.schema)
  }
}

extension Archivable {
  fileprivate typealias Complete = ArchiveReader.Struct

  fileprivate static var archiveSchema: SchemaNode { Complete.schema }

  fileprivate func completeMessage() throws -> (message: MessageBuilder, schema: SchemaNode) {
    (try Whole.message(self, Complete.self) { try writeArchive($0) }, Complete.schema)
  }

  fileprivate func writeComplete(to pointer: PointerBuilder) throws {
    try Whole.write(self, Complete.self, to: pointer) { try writeArchive($0) }
  }

  fileprivate static func readComplete(_ pointer: PointerReader) throws -> Self {
    let reader = try pointer.get(Complete.self)
    return try Whole.read(
      readArchive(ArchiveReader(_raw: reader._raw)), Complete.self, reader._raw)
  }

  fileprivate static func loadSchema(
    _ registry: SchemaRegistry
  ) throws(CapnProtoError) -> StructSchema {
    try registry.load(Complete.self)
  }
}

extension RegisteredType.StateForm {
  /// How objects of a type are saved in files of Stowage.
  init<Object: Serializable & SendableMetatype>(_ type: Object.Type) {
    let shared = Self(shared: type)
    guard let archivable = type as? any Archivable.Type else {
      self = shared
      return
    }
    // The type is found again when it is needed: as an Archivable it cannot be sent.
    self.init(
      schema: archivable.archiveSchema,
      write: { object, pointer in
        guard object is Object, let whole = object as? any Archivable else {
          throw StowageError(.wrongType, "an object of \(Object.self) is needed")
        }
        try whole.writeComplete(to: pointer)
      },
      read: { pointer in
        guard let archivable = Object.self as? any Archivable.Type else {
          return try shared.read(pointer)
        }
        return try archivable.readComplete(pointer)
      },
      loadSchema: { registry throws(CapnProtoError) in
        guard let archivable = Object.self as? any Archivable.Type else {
          return try shared.loadSchema(registry)
        }
        return try archivable.loadSchema(registry)
      },
      others: [shared])
  }
}
