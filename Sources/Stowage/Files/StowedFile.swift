package import CapnProto
package import Foundation

/// A file of Stowage, opened to be looked at: nothing in it is built.
///
/// It takes little memory, however large the file is, as long as its bytes are mapped.
package struct StowedFile {
  /// A part of the file.
  package struct Part {
    /// What it holds.
    package let name: String
    /// Its place among the bytes that the file was opened from.
    package let bytes: Range<Int>
  }

  /// From which size on files without a name are used.
  package static let memoryBytes = 4 << 20

  let memoryBytes: Int
  let archive: any OpenedArchive
  let header: ArchiveHeader?
  private let headerBytes: Int
  private let file: Data
  let options: LoadOptions

  /// Whether bytes begin as a file of Stowage does, of any format.
  package static func isStowed(_ bytes: Data) -> Bool {
    switch bytes.first {
    case UInt8(ascii: "{"): bytes.starts(with: "{\"stowage\"".utf8)
    case UInt8(ascii: "#"): bytes.starts(with: "# stowage ".utf8)
    default: markFaults(bytes).map { $0 <= mostMarkFaults } ?? false
    }
  }

  /// Of the bytes that every file begins with, fewer are other ones by chance.
  private static let mostMarkFaults = 2

  /// How many bytes of the mark at the beginning are other ones; nil where there is no room for it.
  private static func markFaults(_ bytes: Data) -> Int? {
    let prefix = Data(bytes.prefix(ArchiveHeader.prefixBytes))
    guard prefix.count == ArchiveHeader.prefixBytes else { return nil }
    let mark = ArchiveHeader.littleEndian(ArchiveHeader.magic)
    return zip(prefix.dropFirst(16), mark).count { $0 != $1 } + prefix.prefix(4).count { $0 != 0 }
  }

  /// Opens the file at the beginning of some bytes.
  ///
  /// Those of a file in JSON or text are compared with its checksum; of the others, the header is.
  ///
  /// - Parameters:
  ///   - bytes: the file; others may follow.
  ///   - registry: the types that it may name.
  ///   - limits: gives the limits for a message of a size.
  ///   - memoryBytes: from which size on files without a name are used.
  ///   - progress: is told of a message that is unpacked how many bytes were done since the last call.
  /// - Throws: `StowageError` for bytes that are damaged or cut off.
  package init(
    _ bytes: Data, registry: TypeRegistry = .shared,
    limits: (Int) -> ReaderOptions = { _ in ReaderOptions() },
    memoryBytes: Int = Self.memoryBytes, progress: @escaping (Int) -> Void = { _ in }
  ) throws {
    file = bytes
    self.memoryBytes = memoryBytes
    var options = LoadOptions(registry: registry)
    switch bytes.first {
    case UInt8(ascii: "{"):
      let archive = try JSONArchive(
        bytes, verifies: true, memoryBytes: memoryBytes, progress: progress)
      options.limits = limits(archive.byteCount)
      (self.archive, header, headerBytes) = (archive, nil, 0)
    case UInt8(ascii: "#"):
      let archive = try TextArchive(
        bytes, verifies: true, memoryBytes: memoryBytes, progress: progress)
      options.limits = limits(archive.byteCount)
      (self.archive, header, headerBytes) = (archive, nil, 0)
    default:
      if let faults = Self.markFaults(bytes), faults > 0 {
        throw StowageError(
          .damaged,
          "the mark of a file of Stowage, in its first 24 bytes, is not as it was written",
          path: "header")
      }
      let header = try ArchiveHeader(bytes)
      let (most, _) = bytes.count.multipliedReportingOverflow(by: 1024)
      options.limits = limits(min(header.messageBytes, most))
      archive = try ArchiveReader(
        bytes, verifies: false, options: options.limits, memoryBytes: memoryBytes,
        spooling: progress)
      (self.header, headerBytes) = (header, try ArchiveHeader.size(bytes))
    }
    self.options = options
  }

  package var format: Format { archive.format }
  package var formatVersion: Int { Int(ArchiveHeader.version) }
  package var type: String { archive.type }
  package var writer: String { archive.writer }
  package var metadata: [(key: String, value: String)] { archive.metadata }
  package var structID: UInt64 { archive.structID }
  package var byteCount: Int { archive.byteCount }
  package var isGraph: Bool { archive.isGraph }

  /// How many values a graph in the file has room for.
  package var valueBudget: Int { archive.valueBudget }

  /// The checksums of the parts that are not the header, which has one of its own.
  package var checksumCount: Int { header?.checksums.count ?? 1 }

  /// How many bytes each of these is for, or nil where one is for the whole.
  package var checksumBytes: Int? { header?.chunkSize }

  /// What the file consists of, from its beginning to its end.
  package var parts: [Part] {
    guard let header else { return [Part(name: "all", bytes: 0..<byteCount)] }
    var parts = [Part(name: "header", bytes: 0..<headerBytes)]
    let message = headerBytes..<headerBytes + header.payloadBytes
    parts.append(Part(name: "message", bytes: message))
    if header.blobBytes > 0 {
      parts.append(Part(name: "numbers", bytes: byteCount - header.blobBytes..<byteCount))
    }
    return parts
  }

  /// The size of the message when it is not packed, as far as the file says.
  package var messageBytes: Int? { header?.messageBytes }

  /// The size of the schema in the file.
  package var schemaBytes: Int { header?.schema.count ?? 0 }

  /// Compares the whole file with its checksums.
  ///
  /// - Parameter progress: is told how many bytes were read since it was called last.
  /// - Throws: `StowageError` where it is not as it was written, with the place.
  package func verify(progress: (Int) -> Void) throws {
    guard let header else { return progress(byteCount) }
    let body = file.dropFirst(headerBytes).prefix(byteCount - headerBytes)
    try ArchiveReader.verify(body, header, headerBytes, progress: progress)
  }

  /// The schema in the file, or nil where there is none.
  ///
  /// - Throws: `CapnProtoError` where it makes no sense.
  package func embeddedSchema() throws -> SchemaRegistry? {
    guard let nodes = try embeddedNodes() else { return nil }
    let registry = SchemaRegistry()
    try registry.load(nodes)
    return registry
  }

  /// The declarations of the schema in the file, or nil where there is none.
  package func embeddedNodes() throws -> List<Schema.Node>.Reader? {
    guard let header, !header.schema.isEmpty else { return nil }
    return try Message(packed: header.schema).root(Schema.CodeGeneratorRequest.self).nodes
  }

  /// The message of a file that holds one object.
  package func stateMessage(as schema: StructSchema) throws -> Message {
    try archive.stateMessage(as: schema)
  }

  /// What is in a file that holds a graph.
  ///
  /// The states of objects whose types are not registered are left out where they are in JSON.
  ///
  /// - Returns: the graph, and the error that says which type it was, where something is left out.
  package func graph() throws -> (graph: StoredGraph, missing: StowageError?) {
    do {
      return (try archive.graph(KnownTypes(options)), nil)
    } catch let error as StowageError where error.code == .unregisteredType {
      return (try archive.graph(nil), error)
    }
  }

  /// The hash of the graph in it, as `contentHash(ofFile:)` gives it, in bounded memory.
  ///
  /// - Parameter progress: is told how many bytes were taken up since it was called last.
  package func hash(
    _ graph: StoredGraph, progress: @escaping (Int) -> Void
  ) throws -> ContentHash {
    try GraphDigest.hash(
      graph, KnownTypes(options), budget: 1 << 16 + valueBudget, memoryBytes: memoryBytes,
      progress: progress)
  }
}

extension ContentHash {
  /// The hash of a struct, in bounded memory.
  ///
  /// - Parameters:
  ///   - state: the struct.
  ///   - structID: which one it is.
  ///   - progress: is told how many bytes were taken up since it was called last.
  package init(
    of state: StructReader, structID: UInt64, progress: @escaping (Int) -> Void
  ) throws {
    self = try GraphDigest.hash(structID: structID, state, progress: progress)
  }
}

extension TypeRegistry {
  /// The schema of what a registered type is saved as.
  ///
  /// - Parameters:
  ///   - type: the name of the type; empty for whichever is saved as the struct.
  ///   - structID: the struct.
  /// - Returns: nil where no type that is registered is saved as it.
  package func schema(of type: String, _ structID: UInt64) -> StructSchema? {
    let candidates = (try? [TypeID(type)]) ?? ids
    for id in candidates {
      switch try? entry(id).form {
      case .state(let form)?, .configured(let form, _)?:
        guard let reading = form.reading(structID) else { continue }
        return try? reading.loadSchema(SchemaRegistry())
      case .fields?, .none?, nil: continue
      }
    }
    return nil
  }
}

extension TypeRegistry {
  /// The struct that a registered type is saved as, or nil for others.
  package func savedSchema(_ id: TypeID) -> StructSchema? {
    switch try? entry(id).form {
    case .state(let form)?, .configured(let form, _)?: try? form.loadSchema(SchemaRegistry())
    case .fields?, .none?, nil: nil
    }
  }

  /// The declaration of a struct that a registered type is saved as.
  package func savedNode(_ structID: UInt64) -> SchemaNode? {
    for id in ids {
      switch try? entry(id).form {
      case .state(let form)?, .configured(let form, _)?:
        if let found = form.reading(structID) { return found.schema }
      case .fields?, .none?, nil: continue
      }
    }
    return nil
  }

  /// The structs that registered types are saved as.
  package var savedSchemas: [(id: TypeID, schema: StructSchema)] {
    ids.compactMap { id in savedSchema(id).map { (id, $0) } }
  }

  /// Makes an object of a struct, to find out whether its values make sense.
  ///
  /// - Returns: nil where no registered type is saved as the struct, so that nothing was found out.
  /// - Throws: what is wrong, where no type can be made of it.
  package func value(_ pointer: PointerReader, _ structID: UInt64) throws -> Value? {
    var fault: (any Error)?
    for id in ids {
      guard let entry = try? entry(id), case .state(let form) = entry.form,
        let reading = form.reading(structID)
      else { continue }
      do {
        let object = try ObjectScope.with(KnownTypes(LoadOptions(registry: self))) {
          try reading.read(pointer)
        }
        return .object(Instance(object, entry))
      } catch {
        fault = fault ?? error
      }
    }
    if let fault { throw fault }
    return nil
  }

  /// The message that an object writes to files of its own; nil for other values.
  package func message(_ value: Value) throws -> MessageBuilder? {
    guard case .object(let instance) = value, case .state(let form) = instance.entry.form else {
      return nil
    }
    // Where a type keeps more in our files, the other struct is the one that it shares.
    let message = MessageBuilder()
    try (form.others.first ?? form).write(instance.object, message.root)
    return message
  }
}

extension StowedFile {
  /// Puts bytes in the place of a file, which appears whole or not at all.
  package static func replace(_ path: String, with bytes: Data) throws(StowageError) {
    try AtomicFile.write([bytes], to: path)
  }
}
