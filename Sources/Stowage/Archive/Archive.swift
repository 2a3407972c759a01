import Foundation

/// Files of all formats, as bytes.
enum Archive {
  /// Pieces as one.
  ///
  /// Joining them as sequences would go over every single byte.
  static func joined(_ pieces: [Data]) -> Data {
    var whole = Data(capacity: pieces.reduce(0) { $0 + $1.count })
    for piece in pieces { whole.append(piece) }
    return whole
  }

  static func pieces(_ value: Value, _ options: SaveOptions) throws -> [Data] {
    // An object by itself is the root of the message, as other languages would have it.
    if case .object(let instance) = value, case .state(let form) = instance.entry.form {
      try Whole.requireNames(instance.object, options.format)
      return try pieces(
        ArchiveContent(
          type: instance.type.description, metadata: options.metadata,
          root: .state(
            ObjectScope.with(options) { try message(instance.object, form) }, schema: form.schema)),
        options)
    }
    return try pieces(
      ArchiveContent(metadata: options.metadata, root: .graph(value)), options)
  }

  static func pieces(_ object: some Serializable, _ options: SaveOptions) throws -> [Data] {
    try Whole.requireNames(object, options.format)
    let (message, schema) = try ObjectScope.with(options) { try object.archiveMessage() }
    let id = options.registry.id(of: type(of: object))
    return try pieces(
      ArchiveContent(
        type: id?.description ?? "", metadata: options.metadata,
        root: .state(message, schema: schema)), options)
  }

  private static func message(
    _ object: Any, _ form: RegisteredType.StateForm
  ) throws -> MessageBuilder {
    let message = MessageBuilder()
    try form.write(object, message.root)
    return message
  }

  private static func pieces(
    _ content: ArchiveContent, _ options: SaveOptions
  ) throws -> [Data] {
    try ObjectScope.with(options) {
      switch options.format {
      case .packed, .binary: try ArchiveWriter.write(content, options)
      case .json: try JSONArchive.write(content, options)
      case .text: try TextArchive.write(content, options)
      }
    }
  }
}

extension Archive {
  static func value(_ data: Data, _ options: LoadOptions) throws -> Value {
    try open(data, options).value(KnownTypes(options))
  }

  static func object<Object: Serializable & SendableMetatype>(
    _ data: Data, _ type: Object.Type, _ options: LoadOptions
  ) throws -> Object {
    let archive = try open(data, options)
    let found: Any
    if archive.isGraph {
      guard case .object(let instance) = try archive.value(KnownTypes(options)) else {
        throw StowageError(.wrongType, "the file holds a value that is no \(type)")
      }
      found = instance.object
    } else {
      found = try ObjectScope.with(KnownTypes(options)) {
        try archive.state(RegisteredType.StateForm(type), "\(type)")
      }
    }
    guard let object = found as? Object else {
      throw StowageError(.wrongType, "the file holds an object of another type than \(type)")
    }
    return object
  }

  /// Opens the first file in some bytes, whatever its format.
  static func open(_ data: Data, _ options: LoadOptions) throws -> any OpenedArchive {
    switch data.first {
    case UInt8(ascii: "{"): try JSONArchive(data, verifies: options.verifies)
    case UInt8(ascii: "#"): try TextArchive(data, verifies: options.verifies)
    default: try ArchiveReader(data, verifies: options.verifies, options: options.limits)
    }
  }

  /// The bytes of a file, where they are: they are read when they are used.
  static func map(_ path: String) throws(StowageError) -> Data {
    do {
      return try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    } catch {
      throw StowageError(
        .inputOutput, "cannot read the file: \(error.localizedDescription)", path: path)
    }
  }
}
