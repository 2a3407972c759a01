import Foundation

/// Takes values out of bytes that arrive in pieces, as from a network.
///
/// <!-- snippet: decoder -->
/// ```swift
/// var decoder = ArchiveDecoder()
/// for piece in pieces {
///   decoder.append(piece)
///   while let value = try decoder.next() { found.append(value) }
/// }
/// try decoder.finish()
/// ```
public struct ArchiveDecoder {
  private let options: LoadOptions
  private var bytes = Data()

  /// Makes a decoder.
  public init(options: LoadOptions = LoadOptions()) { self.options = options }

  /// Takes the next piece of the bytes.
  public mutating func append(_ piece: some Sequence<UInt8>) { bytes.append(contentsOf: piece) }

  /// The next value, or nil until more bytes have come.
  ///
  /// - Throws: `StowageError` for bytes that are damaged or name types that may not be built, or an
  ///   error of an object's. Nothing can be read behind damaged bytes.
  public mutating func next() throws -> Value? {
    guard case .exactly(let count) = try ArchiveExtent(of: bytes), bytes.count >= count else {
      return nil
    }
    let value = try deserialize(Data(bytes.prefix(count)), options: options)
    bytes = Data(bytes.dropFirst(count))
    return value
  }

  /// Ends the bytes.
  ///
  /// - Throws: `StowageError` where they end within a value.
  public func finish() throws(StowageError) {
    guard bytes.isEmpty else {
      throw StowageError(
        .truncated, "the bytes are cut off: \(bytes.count) of them are no whole value")
    }
  }
}
