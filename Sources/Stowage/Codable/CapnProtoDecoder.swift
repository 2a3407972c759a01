public import Foundation

/// Makes Codable types of bytes, and finds out the format by itself.
///
/// It is used as `JSONDecoder` is. The bytes may come from anyone.
public struct CapnProtoDecoder: Sendable {
  /// How values are read.
  public var options: CodableOptions

  /// The limits for the message, for bytes that you do not trust.
  public var limits: ReaderOptions

  /// What types find in `Decoder.userInfo`.
  public var userInfo: [CodingUserInfoKey: any Sendable]

  /// Makes a decoder.
  public init(
    options: CodableOptions = CodableOptions(), limits: ReaderOptions = ReaderOptions(),
    userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) {
    (self.options, self.limits, self.userInfo) = (options, limits, userInfo)
  }

  /// Makes something decodable of bytes.
  ///
  /// - Throws: `DecodingError` with the coding path, or with what is wrong with the bytes as its
  ///   underlying error, or what the type itself throws.
  public func decode<T: Decodable>(_ type: T.Type = T.self, from data: Data) throws -> T {
    let value: Value
    do {
      value = try deserialize(data, options: LoadOptions(limits: limits))
    } catch {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: [], debugDescription: "the bytes hold no value: \(error)",
          underlyingError: error))
    }
    return try ValueDecoder(options: options, userInfo: userInfo).decode(type, from: value)
  }
}
