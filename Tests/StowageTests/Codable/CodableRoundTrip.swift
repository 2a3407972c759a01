import Stowage
import Testing

/// Encodes and decodes, and gives back what came out.
func roundTrip<T: Codable>(
  _ value: T, sharing: Bool = true
) throws -> T {
  let options = CodableOptions(sharing: sharing)
  let encoded = try ValueEncoder(options: options).encode(value)
  return try ValueDecoder(options: options).decode(T.self, from: encoded)
}

/// Expects that something is the same after encoding and decoding.
func expectSame<T: Codable & Equatable>(
  _ value: T, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  #expect(try roundTrip(value) == value, sourceLocation: sourceLocation)
}
