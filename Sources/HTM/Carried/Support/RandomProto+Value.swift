extension RandomProto.Value {
  /// The state of a generator.
  public init(_ random: Random) {
    self.init()
    seed = random.seed
    var inner = RandomImplProto.Value()
    inner.state = random.state.map(Int64.init)
    inner.fptr = Int64(random.front)
    inner.rptr = Int64(random.rear)
    impl = inner
  }

  /// The generator that goes on from this state.
  ///
  /// - Throws: `HTMError` when no generator can be in it.
  public func makeRandom() throws(HTMError) -> Random { try Self.random(self, "RandomProto") }

  static func random(_ value: Self?, _ path: String) throws(HTMError) -> Random {
    guard let value else { throw .state(path, "there is no generator of random numbers") }
    guard let inner = value.impl, inner.state.allSatisfy({ $0 >= 0 && $0 < 0xFFFF_FFFF }),
      let random = Random(
        seed: value.seed, state: inner.state.map { UInt32(truncatingIfNeeded: $0) },
        front: Int(inner.fptr), rear: Int(inner.rptr))
    else {
      throw .state(
        "\(path).impl",
        "no generator can be in this state: it has 31 numbers below 2^32 - 1, not all zero, and "
          + "fptr is 3 places ahead of rptr")
    }
    return random
  }
}
