public import Stowage

extension Random: Serializable {
  public func write(_ builder: RandomProto.Builder) throws {
    builder.seed = seed
    let inner = try builder.initImpl()
    try inner.setState(state.map(Int64.init))
    inner.fptr = Int64(front)
    inner.rptr = Int64(rear)
  }

  public static func read(_ reader: RandomProto.Reader) throws -> Random {
    let inner = try reader.impl
    let numbers = try inner.state
    let random =
      numbers.count == count
      ? Random(
        seed: reader.seed, state: numbers.map { UInt32(truncatingIfNeeded: $0) },
        front: Int(inner.fptr), rear: Int(inner.rptr))
      : nil
    guard let random, numbers.allSatisfy({ $0 >= 0 && $0 < 0xFFFF_FFFF }) else {
      throw HTMError.state(
        "RandomProto.impl",
        "no generator can be in this state: it has 31 numbers below 2^32 - 1, not all zero, and "
          + "fptr is 3 places ahead of rptr")
    }
    return random
  }
}
