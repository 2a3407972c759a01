public import Foundation

/// Whatever a pointer of an open type leads to, copied out of its message.
///
/// Two of these are equal when their copies are, byte by byte.
public struct AnyValue: Hashable, Sendable {
  /// The object as the root of a message; empty for a null pointer.
  public private(set) var message: Data

  /// The null pointer.
  public init() { message = Data() }

  /// Copies what a pointer leads to, as deep as it goes.
  ///
  /// - Throws: `CapnProtoError` when the message is damaged, or contains capabilities.
  public init(_ pointer: AnyPointer.Reader) throws(CapnProtoError) {
    message = Data()
    guard !pointer.isNull else { return }
    // Room for what is there and no more, as a message can have a great many small objects.
    let size = try pointer.totalSize.words
    try pointer.chargeCopy(bytes: 512)
    let builder = MessageBuilder(firstSegmentWords: Int(clamping: min(size, 1 << 20)) + 2)
    try builder.setRoot(pointer)
    message = try builder.bytes()
  }

  /// Whether this is the null pointer.
  public var isNull: Bool { message.isEmpty }

  /// Makes a pointer lead to a copy of the object.
  public func write(to pointer: AnyPointer.Builder) throws(CapnProtoError) {
    guard !isNull else { return try pointer.clear() }
    try pointer.set(Message(message, options: .trusted).root)
  }

  /// Reads the object as any type: text, data, a list or a struct.
  public func get<T: PointerType>(_ type: T.Type) throws(CapnProtoError) -> T.Reader {
    let nothing: [UInt8] = [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    return try Message(isNull ? Data(nothing) : message, options: .trusted).root.get(type)
  }
}

// One value, the bytes of the message, in whatever form the coder has for data.
extension AnyValue: Codable {
  public init(from decoder: any Decoder) throws {
    message = try decoder.singleValueContainer().decode(Data.self)
    _ = try isNull ? nil : Message(message)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(message)
  }
}
