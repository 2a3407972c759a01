public import Foundation

/// Makes bytes of Codable types, in every format of Stowage.
///
/// It is used as `JSONEncoder` is, and keeps what JSON cannot: see ``ValueEncoder``.
public struct CapnProtoEncoder: Sendable {
  /// In which format.
  public var format: Format

  /// How values are made.
  public var options: CodableOptions

  /// What types find in `Encoder.userInfo`.
  public var userInfo: [CodingUserInfoKey: any Sendable]

  /// Makes an encoder.
  public init(
    format: Format = .packed, options: CodableOptions = CodableOptions(),
    userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) {
    (self.format, self.options, self.userInfo) = (format, options, userInfo)
  }

  /// Makes bytes of anything encodable.
  ///
  /// They begin with a header, and have checksums.
  ///
  /// - Throws: `EncodingError` with the coding path, or what the type itself throws.
  public func encode<T: Encodable>(_ value: T) throws -> Data {
    let encoded = try ValueEncoder(options: options, userInfo: userInfo).encode(value)
    do {
      return try serialize(encoded, format: format)
    } catch {
      throw EncodingError.invalidValue(
        value,
        EncodingError.Context(
          codingPath: [], debugDescription: "\(T.self) cannot be written: \(error)",
          underlyingError: error))
    }
  }
}
