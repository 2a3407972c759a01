import Foundation
import HTM
import Stowage
import Testing

/// A file of the real NuPIC, and the type that carries it.
enum CarriedFile: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case python = "backtracking_tm_py_after_reset/tm"
  case cpp = "backtracking_tm_cpp_mid_learn/tm"
  case cells = "cells4/cells4"
  case matrix = "sparse_matrix/m"
  case neighbors = "nearest_neighbor/m"
  case machine = "svm_dense/svm"
  case fresh = "backtracking_tm_cpp_fresh/tm"
  case owner = "cells4_own_states/cells4"
  case untrained = "svm_dense_untrained/svm"
  case ones = "svm_01/svm"

  var type: any (Serializable & Hashable).Type {
    switch self {
    case .python: BacktrackingTM.self
    case .cpp, .fresh: BacktrackingTMCPP.self
    case .cells, .owner: Cells4.self
    case .matrix: SparseMatrix.self
    case .neighbors: NearestNeighbor.self
    case .machine, .untrained: SvmDense.self
    case .ones: Svm01.self
    }
  }

  var testDescription: String { rawValue }

  func message(packed: Bool) throws -> Message {
    try packed ? Message(packed: Reference.bytes(rawValue + ".packed.bin")) : Message(bytes())
  }

  /// The file as it is without packing.
  func bytes() throws -> Data {
    // One case was kept packed only.
    if self == .neighbors { return try MessageBuilder(copying: message(packed: true)).bytes() }
    return try Reference.bytes(rawValue + ".bin")
  }
}

extension Serializable where Self: Hashable {
  /// Reads a message, and writes what it holds into another.
  static func copy(_ message: Message, _ builder: MessageBuilder) throws {
    try read(message.root(Proto.self)).write(builder.initRoot(Proto.self))
  }

  /// The canonical form of a message's root.
  static func canonical(_ message: Message) throws -> Data {
    try message.root(Proto.self).canonicalBytes()
  }

  /// Whether two messages hold equal values.
  static func areEqual(_ left: Message, _ right: Message) throws -> Bool {
    try read(left.root(Proto.self)) == read(right.root(Proto.self))
  }
}

extension MessageBuilder {
  convenience init(copying message: Message) throws {
    self.init()
    try setRoot(message.root)
  }

  /// A message of another's root, to change.
  static func changing<T: StructType>(
    _ bytes: Data, _ type: T.Type, _ change: (T.Builder) throws -> Void
  ) throws -> Message {
    let builder = try MessageBuilder(copying: Message(bytes))
    try change(builder.root(type))
    return try Message(builder.bytes())
  }
}
