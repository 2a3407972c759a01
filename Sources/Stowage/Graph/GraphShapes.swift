package import CapnProto

/// The names of the fields of records, of which a graph has each list of names once.
package struct GraphShapes {
  private let list: List<Wire.Shape>.Reader
  private var known: [Int: [String]] = [:]
  /// How many names may still be kept; others are read again where they are needed.
  private var room = 1 << 16

  /// Takes up the shapes of a graph.
  ///
  /// - Throws: `CapnProtoError` where the message is damaged.
  package init(_ graph: Wire.Graph.Reader) throws(CapnProtoError) { list = try graph.shapes }

  /// How many there are.
  package var count: Int { list.count }

  /// The names of one.
  ///
  /// - Parameters:
  ///   - shape: which one.
  ///   - count: how many values the record has.
  /// - Throws: `StowageError` where there is no such shape.
  package mutating func names(_ shape: UInt32, count: Int) throws -> GraphNames {
    if let names = known[Int(shape)], names.count == count { return .known(names) }
    guard shape < list.count, case let names = try list[Int(shape)].names, names.count == count
    else { throw Self.missing(shape, count: count) }
    guard count <= room else { return .read(names) }
    room -= count
    let strings = try names.map { String($0) }
    known[Int(shape)] = strings
    return .known(strings)
  }

  static func missing(_ shape: UInt32, count: Int) -> StowageError {
    StowageError(
      .invalidContent, "there is no shape \(shape) with \(count) names", path: "record")
  }
}

/// The names of the fields of a record, kept or read one by one.
package enum GraphNames {
  case known([String])
  case read(List<Text>.Reader)

  /// The name at a place, which has to be one of a value of the record.
  ///
  /// - Throws: `CapnProtoError` where the message is damaged.
  package func name(_ index: Int) throws(CapnProtoError) -> String {
    switch self {
    case .known(let names): names[index]
    case .read(let names): String(try names[index])
    }
  }
}
