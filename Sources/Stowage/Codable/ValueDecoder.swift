/// Makes Codable types of values.
///
/// The errors are those of `JSONDecoder`: `DecodingError`, with the path to where it is wrong. The
/// value may come from anyone: nothing in it makes decoding run without end or out of stack.
public struct ValueDecoder: Sendable {
  /// How values are read.
  public var options: CodableOptions

  /// What types find in `Decoder.userInfo`.
  public var userInfo: [CodingUserInfoKey: any Sendable]

  /// Makes a decoder.
  public init(
    options: CodableOptions = CodableOptions(),
    userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) {
    (self.options, self.userInfo) = (options, userInfo)
  }

  /// Makes something decodable of a value.
  ///
  /// - Throws: `DecodingError` with the coding path, or what the type itself throws.
  public func decode<T: Decodable>(_ type: T.Type = T.self, from value: Value) throws -> T {
    let state = DecodingState(options, userInfo)
    let root = DecodingNode(state, nil, .none, value, T.self)
    if let direct = try root.direct(type, value, .none) { return direct }
    return try root.unbox(type, value, .none)
  }
}
