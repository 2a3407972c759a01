import Stowage

/// A model whose writing fails in the middle.
struct Unwritable: Serializable {
  struct Failure: Error, Equatable {}

  func write(_ builder: ReservoirProto.Builder) throws {
    try builder.setName("half written")
    throw Failure()
  }

  static func read(_ reader: ReservoirProto.Reader) throws -> Unwritable { Unwritable() }
}
