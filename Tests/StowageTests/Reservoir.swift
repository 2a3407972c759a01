import Stowage

/// A fair sample of a stream: each element seen so far is in it with the same chance.
struct Reservoir: Serializable, Equatable {
  /// What does not fit together in a message.
  struct Malformed: Error, Equatable {}

  var name: String
  var capacity: Int
  private(set) var seen: UInt64 = 0
  private(set) var sample: [Double] = []
  private var random: UInt64

  init(name: String, capacity: Int, seed: UInt64) {
    self.name = name
    self.capacity = capacity
    random = seed | 1  // Zero would stay zero.
  }

  /// A reservoir that has seen no more than what it holds.
  init(name: String, sample: [Double]) {
    self.init(name: name, capacity: sample.count, seed: 1)
    self.sample = sample
    seen = UInt64(sample.count)
  }

  mutating func insert(_ element: Double) {
    seen += 1
    if sample.count < capacity {
      sample.append(element)
    } else if let place = Int(exactly: next() % seen), place < capacity {
      sample[place] = element
    }
  }

  /// Marsaglia's xorshift.
  private mutating func next() -> UInt64 {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return random
  }

  func write(_ builder: ReservoirProto.Builder) throws {
    try builder.setName(name)
    builder.seen = seen
    builder.random = random
    try builder.setSample(sample)
    builder.capacity = UInt32(capacity)
  }

  static func read(_ reader: ReservoirProto.Reader) throws -> Reservoir {
    var reservoir = Reservoir(
      name: String(try reader.name), capacity: Int(reader.capacity), seed: 0)
    reservoir.seen = reader.seen
    reservoir.random = reader.random
    reservoir.sample = Array(try reader.sample)
    guard reservoir.sample.count <= reservoir.capacity, reservoir.random != 0 else {
      throw Malformed()
    }
    return reservoir
  }
}
