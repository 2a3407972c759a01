/// Marsaglia's xorshift128.
///
/// Byte totals are only comparable when every program draws the same numbers in the same order, so
/// the seeds and the reduction to a range are part of the workload's definition.
struct Random {
  private var x: UInt32 = 0x1d2a_cd47
  private var y: UInt32 = 0x58ca_3e14
  private var z: UInt32 = 0xf563_f232
  private var w: UInt32 = 0x0bc7_6199

  mutating func next() -> UInt32 {
    let mixed = x ^ (x << 11)
    x = y
    y = z
    z = w
    w ^= (w >> 19) ^ mixed ^ (mixed >> 8)
    return w
  }

  mutating func below(_ range: UInt32) -> UInt32 { next() % range }

  mutating func upTo(_ range: Double) -> Double { Double(next()) * range / Double(UInt32.max) }

  mutating func oneIn(_ range: UInt32) -> Bool { below(range) == 0 }

  mutating func coin() -> Bool { below(2) != 0 }

  mutating func element<Element>(of choices: [Element]) -> Element {
    choices[Int(below(UInt32(choices.count)))]
  }
}
