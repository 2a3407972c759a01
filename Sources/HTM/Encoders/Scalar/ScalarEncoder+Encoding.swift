extension ScalarEncoder {
  /// The bucket of a number: the place of its first one, or of a periodic encoder its middle one.
  func bucket(of number: Double) throws(HTMError) -> Int {
    var number = number
    if number < minval {
      guard clipInput, !periodic else { throw outOfRange(number) }
      number = minval
    }
    if periodic {
      guard number < maxval else { throw outOfRange(number) }
      let place = EncoderChecks.whole((number - minval) * Double(nInternal) / range)
      // Rounding may lead to the end, which is the beginning.
      return (place ?? 0) % n
    }
    if number > maxval {
      guard clipInput else { throw outOfRange(number) }
      number = maxval
    }
    let place = EncoderChecks.whole(((number - minval) + resolution / 2) / resolution)
    return min(max(0, place ?? 0), bucketCount - 1)
  }

  private func outOfRange(_ number: Double) -> HTMError {
    .input(
      "\(number) is out of the range of \(name), from \(minval) to "
        + "\(periodic ? "less than " : "")\(maxval)")
  }

  public func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError) {
    guard !input.isMissing else { return }
    append(try bucket(of: number(input)), at: offset, to: &ones)
  }

  /// Appends the ones of a bucket.
  func append(_ bucket: Int, at offset: Int, to ones: inout [Int]) {
    guard periodic else {
      ones.append(contentsOf: offset + bucket..<offset + bucket + min(w, n))
      return
    }
    guard w < n else {
      ones.append(contentsOf: offset..<offset + n)
      return
    }
    let first = bucket - halfwidth
    let end = bucket + halfwidth + 1
    if first < 0 {
      ones.append(contentsOf: offset..<offset + end)
      ones.append(contentsOf: offset + n + first..<offset + n)
    } else if end > n {
      ones.append(contentsOf: offset..<offset + end - n)
      ones.append(contentsOf: offset + first..<offset + n)
    } else {
      ones.append(contentsOf: offset + first..<offset + end)
    }
  }

  public func bucketIndices(of input: EncoderInput) throws(HTMError) -> [Int?] {
    [input.isMissing ? nil : try bucket(of: number(input))]
  }
}
