/// The first 16 digits of the SHA-256 of numbers of 32 bits, by which the golden runs tell cells.
func digest(_ numbers: [Int]) -> String {
  var bytes = numbers.flatMap { number in (0..<4).map { UInt8(number >> ($0 * 8) & 0xFF) } }
  let bitCount = bytes.count * 8
  bytes.append(0x80)
  while bytes.count % 64 != 56 { bytes.append(0) }
  for shift in stride(from: 56, through: 0, by: -8) {
    bytes.append(UInt8(bitCount >> shift & 0xFF))
  }
  var hash = roots(2).prefix(8).map { $0 }
  let constants = roots(3)
  for start in stride(from: 0, to: bytes.count, by: 64) {
    mix(bytes[start..<start + 64], constants, &hash)
  }
  return hash.prefix(2).map { word in
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }.joined()
}

/// 32 bits behind the point of the square or cube roots of the first 64 primes.
private func roots(_ degree: Int) -> [UInt32] {
  let primes = (2...311).filter { number in !(2..<number).contains { number % $0 == 0 } }
  return primes.prefix(64).map { prime in
    // The largest number whose power is not above the prime, moved up by 32 bits for each factor.
    var root: UInt64 = 0
    for bit in stride(from: 37, through: 0, by: -1) {
      let larger = root | 1 << UInt64(bit)
      let (power, target) =
        degree == 2
        ? (UInt128(larger) * UInt128(larger), UInt128(prime) << 64)
        : (UInt128(larger) * UInt128(larger) * UInt128(larger), UInt128(prime) << 96)
      if power <= target { root = larger }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}

private func mix(_ block: ArraySlice<UInt8>, _ constants: [UInt32], _ hash: inout [UInt32]) {
  func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
  var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
    block[index..<index + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
  }
  for index in 16..<64 {
    let (early, late) = (words[index - 15], words[index - 2])
    let first = turned(early, 7) ^ turned(early, 18) ^ early >> 3
    let second = turned(late, 17) ^ turned(late, 19) ^ late >> 10
    words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
  }
  var v = hash
  for index in 0..<64 {
    let first = turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25)
    let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
    let sum = v[7] &+ first &+ choice &+ constants[index] &+ words[index]
    let second = turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22)
    let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
    v = [sum &+ second &+ majority, v[0], v[1], v[2], v[3] &+ sum, v[4], v[5], v[6]]
  }
  for index in 0..<8 { hash[index] &+= v[index] }
}
