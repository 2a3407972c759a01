/// Makes values of Codable types.
///
/// Nothing is lost on the way: whole numbers of 64 bits are exact, every bit of a `Double` or a
/// `Float` stays, `Data` becomes bytes and `Date` a date, and keys that are numbers stay numbers.
/// Dictionaries and sets come out in the order of their keys, so that equal ones give equal values.
/// `nil` inside an optional of an optional is told from the outer one.
///
/// An object of a class that is met more than once becomes a ``Reference``, so that decoding gives
/// one object again. Objects that lead back to themselves cannot be decoded by `Codable`, and are an
/// error: see ``GraphObject``.
public struct ValueEncoder: Sendable {
  /// How values are made.
  public var options: CodableOptions

  /// What types find in `Encoder.userInfo`.
  public var userInfo: [CodingUserInfoKey: any Sendable]

  /// Makes an encoder.
  public init(
    options: CodableOptions = CodableOptions(),
    userInfo: [CodingUserInfoKey: any Sendable] = [:]
  ) {
    (self.options, self.userInfo) = (options, userInfo)
  }

  /// Makes a value of anything encodable.
  ///
  /// - Throws: `EncodingError` with the coding path, or what the type itself throws.
  public func encode<T: Encodable>(_ value: T) throws -> Value {
    let state = EncodingState(options, userInfo)
    let root = EncodingNode(state, nil, .none, T.self)
    let result = try root.box(value, .none, isRoot: true)
    return state.isSharing ? state.withoutLoneReferences(result) : result
  }
}
