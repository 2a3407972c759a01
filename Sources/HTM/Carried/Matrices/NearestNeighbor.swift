public import Stowage

/// The patterns that NuPIC's nearest-neighbor search looks in, as it saved them: a row for each.
///
/// The search is not run here.
public struct NearestNeighbor: Hashable, Codable, Sendable {
  /// The patterns.
  public var patterns: SparseMatrix

  /// Takes up patterns.
  public init(patterns: SparseMatrix) { self.patterns = patterns }
}

extension NearestNeighbor: Serializable {
  public func write(_ builder: SparseMatrixProto.Builder) throws { try patterns.write(builder) }

  /// Reads the patterns.
  ///
  /// - Throws: as reading a ``SparseMatrix`` does.
  public static func read(_ reader: SparseMatrixProto.Reader) throws -> NearestNeighbor {
    NearestNeighbor(patterns: try SparseMatrix.read(reader))
  }
}
