extension RandomDistributedScalarEncoder {
  public mutating func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError) {
    guard !input.isMissing else { return }
    let bucket = try bucket(of: number(input))
    try createBuckets(to: bucket)
    let start = ones.count
    for bit in bits[range(bucket)] { ones.append(offset + Int(bit)) }
    ones[start...].sort()
  }

  /// The bucket of a number, which is not infinite; the first number is in the middle.
  private mutating func bucket(of number: Double) throws(HTMError) -> Int {
    guard number.isFinite else { throw .input("\(number) cannot be encoded by \(name)") }
    if offset == nil { offset = number }
    // Half numbers are rounded away from zero.
    let distance = ((number - (offset ?? number)) / resolution).rounded()
    let middle = Self.maxBuckets / 2
    return middle + Int(min(max(distance, Double(-middle)), Double(Self.maxBuckets - 1 - middle)))
  }

  public mutating func bucketIndices(of input: EncoderInput) throws(HTMError) -> [Int?] {
    [input.isMissing ? nil : try bucket(of: number(input))]
  }

  /// The bits of a bucket in the order in which they were drawn, which may be now.
  ///
  /// - Throws: `HTMError` when there are no bits for a new bucket.
  public mutating func bits(ofBucket bucket: Int) throws(HTMError) -> [Int] {
    let bucket = min(max(bucket, 0), Self.maxBuckets - 1)
    try createBuckets(to: bucket)
    return bits[range(bucket)].map { Int($0) }
  }

  /// Draws the bits of a bucket and of those that lead to it, as long as they have none.
  private mutating func createBuckets(to bucket: Int) throws(HTMError) {
    while bucket < minIndex {
      let new = try newBits(beside: minIndex, for: minIndex - 1)
      bits.insert(contentsOf: new, at: 0)
      minIndex -= 1
    }
    while bucket > maxIndex {
      bits.append(contentsOf: try newBits(beside: maxIndex, for: maxIndex + 1))
    }
  }

  /// The bits of a neighbour, of which one is another.
  private mutating func newBits(
    beside neighbour: Int, for bucket: Int
  ) throws(HTMError) -> [UInt32] {
    var new = Array(bits[range(neighbour)])
    let place = bucket % w
    let refused = try refusedBits(new, place, for: bucket)
    while true {
      let bit = random.getUInt32(UInt32(n))
      if !refused.contains(bit) {
        new[place] = bit
        return new
      }
      numTries += 1
    }
  }

  /// The bits that cannot take a place, as some bucket would share too many or too few.
  private func refusedBits(
    _ neighbour: [UInt32], _ place: Int, for bucket: Int
  ) throws(HTMError) -> Set<UInt32> {
    var refused = Set(neighbour)
    var kept = refused
    kept.remove(neighbour[place])
    var needed: Set<UInt32>?
    for other in minIndex...maxIndex {
      let bits = bits[range(other)]
      let shared = bits.count { kept.contains($0) }
      let distance = abs(other - bucket)
      if distance < w {
        // As many as the distance leaves, no more and no fewer.
        if shared == w - distance {
          refused.formUnion(bits)
        } else {
          needed = (needed ?? Set(bits)).intersection(shared == w - distance - 1 ? Set(bits) : [])
        }
      } else if shared == maxOverlap {
        refused.formUnion(bits)
      } else if shared > maxOverlap {
        needed = []
      }
    }
    if let needed { refused.formUnion((0..<UInt32(n)).filter { !needed.contains($0) }) }
    guard refused.count < n else {
      throw .input(
        "there is no bit left for another bucket of \(name): it has \(n), and \(bucketCount) "
          + "buckets of \(w)")
    }
    return refused
  }
}
