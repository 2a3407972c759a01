/// Takes output that people read piece by piece, so that the whole is never in memory.
final class PieceSink {
  /// How large a piece is, about.
  static let pieceBytes = 64 << 10

  private let body: ([UInt8]) throws -> Void

  /// What kept it from taking more; what comes behind that is dropped.
  private(set) var failure: (any Error)?

  init(_ body: @escaping ([UInt8]) throws -> Void) { self.body = body }

  /// Takes bytes that are cut where a character begins, and mends what is not UTF-8 in them.
  func take(_ piece: [UInt8]) {
    guard failure == nil, !piece.isEmpty else { return }
    do {
      try body(Array(String(decoding: piece, as: UTF8.self).utf8))
    } catch {
      failure = error
    }
  }

  /// Throws where a piece was not taken.
  func check() throws(CapnProtoError) {
    if let failure { throw CapnProtoError(.io, "the output is not taken: \(failure)") }
  }
}
