extension AdaptiveScalarEncoder {
  public mutating func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError) {
    try encode(input, at: offset, into: &ones, learn: learningEnabled)
  }

  mutating func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int], learn: Bool
  ) throws(HTMError) {
    guard let scalar = try follow(input, learn: learn) else { return }
    try scalar.encode(input, at: offset, into: &ones)
  }

  public mutating func bucketIndices(of input: EncoderInput) throws(HTMError) -> [Int?] {
    try follow(input, learn: learningEnabled)?.bucketIndices(of: input) ?? [nil]
  }

  /// Takes a number into the range; nil where it is missing.
  private mutating func follow(
    _ input: EncoderInput, learn: Bool
  ) throws(HTMError) -> ScalarEncoder? {
    guard !input.isMissing else {
      recordNum += 1
      return nil
    }
    let number = try number(input)
    guard number.isFinite else { throw .input("\(number) cannot be encoded by \(name)") }
    var next = self
    next.recordNum += 1
    next.window.add(number)
    if next.minval == nil {
      (next.minval, next.maxval) = (number, number + 1)
    } else if learn {
      next.widen()
    }
    guard let limits = next.limits else {
      // NuPIC fails here too, and has then learnt from the number.
      self = next
      throw .input("\(name) has no range yet, as there were no two numbers to learn it from")
    }
    guard let scalar = next.scalar else {
      throw .input(
        "from \(limits.minval) to \(limits.maxval) is no range that \(name) can have")
    }
    self = next
    return scalar
  }

  private mutating func widen() {
    guard let minval, let (least, most) = window.sort() else { return }
    if least < minval {
      self.minval = least
      // It is here that NuPIC fails while it knows no largest number.
      guard maxval != nil else { return }
    }
    maxval = max(maxval ?? most, most)
  }

  private func known() throws(HTMError) -> ScalarEncoder {
    guard let scalar else { throw .input("\(name) has no range before its first number") }
    return scalar
  }

  public func bucketInfo(of buckets: [Int]) throws(HTMError) -> [EncoderResult] {
    try known().bucketInfo(of: buckets)
  }

  public func topDownCompute(_ ones: [Int]) throws(HTMError) -> [EncoderResult] {
    try known().topDownCompute(ones)
  }

  public func decode(_ ones: [Int], parentName: String) throws(HTMError) -> [DecodedField] {
    try known().decode(ones, parentName: parentName)
  }

  public func closenessScores(
    expected: [Double], actual: [Double], fractional: Bool
  ) -> [Double] {
    guard let scalar else { return [] }
    return scalar.closenessScores(expected: expected, actual: actual, fractional: fractional)
  }
}
