/// NuPIC's generator of random numbers: the same seed gives the same numbers.
///
/// It adds numbers that were drawn 31 and 3 draws ago. Each draw has 31 random bits, and what needs
/// more draws twice. Its state can be saved, and a restored one goes on with the next number.
public struct Random: Sendable, Hashable {
  static let count = 31
  private static let separation = 3
  private static let warmUp = 310
  private static let modulus: UInt64 = 0xFFFF_FFFF

  /// The seed that it was made from.
  public let seed: UInt64

  /// The numbers that are added; each is less than 2^32 - 1.
  private(set) var state: [UInt32]

  /// The place that is changed next.
  private(set) var front: Int

  /// The place that is added to it.
  private(set) var rear: Int

  /// Makes a generator.
  ///
  /// - Parameter seed: any number but zero, which NuPIC takes for the time of day; so does this.
  public init(seed: UInt64 = 42) {
    var seed = seed
    if seed == 0 { seed = UInt64.random(in: 1...UInt64(UInt32.max)) }
    self.seed = seed
    var value = UInt32(truncatingIfNeeded: seed % Self.modulus)
    state = [value]
    for _ in 1..<Self.count {
      // Park and Miller's generator, without overflow by Schrage's method.
      let (quotient, remainder) = (value / 127_773, value % 127_773)
      let next = Int32(bitPattern: 16_807 &* remainder &- 2_836 &* quotient)
      value = next < 0 ? UInt32(bitPattern: next &+ Int32.max) : UInt32(bitPattern: next)
      if UInt64(value) >= Self.modulus { value = UInt32(UInt64(value) % Self.modulus) }
      state.append(value)
    }
    (front, rear) = (Self.separation, 0)
    for _ in 0..<Self.warmUp { _ = next31() }
  }

  /// Takes up a state that was saved; nil where no generator can be in it.
  init?(seed: UInt64, state: [UInt32], front: Int, rear: Int) {
    // The two places keep their distance, and a state of zeros would never change.
    guard state.count == Self.count, (0..<Self.count).contains(front),
      (0..<Self.count).contains(rear), (rear + Self.separation) % Self.count == front,
      state.contains(where: { $0 != 0 }),
      state.allSatisfy({ UInt64($0) < Self.modulus })
    else { return nil }
    (self.seed, self.state, self.front, self.rear) = (seed, state, front, rear)
  }

  /// The next 31 bits.
  private mutating func next31() -> UInt32 {
    let sum = UInt64(state[front]) + UInt64(state[rear])
    let value = UInt32(truncatingIfNeeded: sum % Self.modulus)
    state[front] = value
    front = front + 1 == Self.count ? 0 : front + 1
    rear = rear + 1 == Self.count ? 0 : rear + 1
    return value >> 1
  }
}

extension Random {
  /// A number less than a maximum, from one draw.
  public mutating func getUInt32(_ max: UInt32 = .max) -> UInt32 {
    guard max > 0 else { return 0 }
    let limit = UInt32.max - UInt32.max % max
    while true {
      let value = next31()
      if value <= limit { return value % max }
    }
  }

  /// A number less than a maximum, from two draws.
  public mutating func getUInt64(_ max: UInt64 = .max) -> UInt64 {
    guard max > 0 else { return 0 }
    let limit = UInt64.max - UInt64.max % max
    while true {
      let low = UInt64(next31())
      let value = low | UInt64(next31()) << 32
      if value <= limit { return value % max }
    }
  }

  /// A number from 0 to less than 1, from two draws.
  public mutating func getReal64() -> Double {
    Double(getUInt64(1 << 48)) * 0x1p-48
  }

  /// Some of the elements, in the order in which they are.
  public mutating func sample<Element>(_ population: [Element], _ count: Int) -> [Element] {
    var sample: [Element] = []
    guard count > 0 else { return sample }
    sample.reserveCapacity(Swift.min(count, population.count))
    for (index, element) in population.enumerated() {
      let draw = getUInt32(UInt32(truncatingIfNeeded: population.count - index))
      guard Int(draw) < count - sample.count else { continue }
      sample.append(element)
      if sample.count == count { break }
    }
    return sample
  }

  /// Puts elements into another order.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for index in elements.indices {
      let draw = getUInt32(UInt32(truncatingIfNeeded: elements.count - index))
      elements.swapAt(index, index + Int(draw))
    }
  }
}

extension Random: RandomNumberGenerator {
  /// 64 random bits, for Swift's own functions; from three draws.
  public mutating func next() -> UInt64 {
    let low = UInt64(next31())
    let middle = UInt64(next31())
    return low | middle << 31 | UInt64(next31()) << 62
  }
}
