/// A use of an annotation.
public struct SchemaAnnotation: Sendable {
  /// The id of the annotation's declaration.
  public let id: UInt64

  private let message: Message

  init(_ annotation: Schema.Annotation.Reader) throws(CapnProtoError) {
    id = annotation.id
    let copy = MessageBuilder(firstSegmentWords: 64)
    try copy.setRoot(annotation.value)
    message = try copy.snapshot(
      options: ReaderOptions(traversalLimit: .unlimited, maximumMessageBytes: .max))
  }

  /// The value, as it was encoded.
  public var value: Schema.Value.Reader {
    get throws(CapnProtoError) { try message.root(Schema.Value.self) }
  }

  static func all(
    _ list: List<Schema.Annotation>.Reader
  ) throws(CapnProtoError) -> [SchemaAnnotation] {
    try list.requireSize()
    var result: [SchemaAnnotation] = []
    for item in list { result.append(try SchemaAnnotation(item)) }
    return result
  }
}

extension Collection<SchemaAnnotation> {
  /// The first use of the annotation with this id.
  public func first(_ id: UInt64) -> SchemaAnnotation? { first { $0.id == id } }
}

/// What an annotation may stand on.
public struct AnnotationTargets: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Files.
  public static let file = Self(rawValue: 1)
  /// Constants.
  public static let constant = Self(rawValue: 2)
  /// Enumerations.
  public static let enumeration = Self(rawValue: 4)
  /// Values of enumerations.
  public static let enumerant = Self(rawValue: 8)
  /// Structs.
  public static let structure = Self(rawValue: 16)
  /// Fields.
  public static let field = Self(rawValue: 32)
  /// Unions.
  public static let union = Self(rawValue: 64)
  /// Groups.
  public static let group = Self(rawValue: 128)
  /// Interfaces.
  public static let interface = Self(rawValue: 256)
  /// Methods.
  public static let method = Self(rawValue: 512)
  /// Parameters.
  public static let parameter = Self(rawValue: 1024)
  /// Annotations.
  public static let annotation = Self(rawValue: 2048)
}
