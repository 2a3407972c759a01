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
    var window = window
    window.add(number)
    var next = limits ?? Limits(minval: number, maxval: number + 1)
    if limits != nil, learn {
      let (least, most) = (window.values.min() ?? number, window.values.max() ?? number)
      next = Limits(minval: min(next.minval, least), maxval: max(next.maxval, most))
    }
    guard let scalar = Self.scalar(next, name: name, w: w, n: n, clipInput: clipInput) else {
      throw .input("from \(next.minval) to \(next.maxval) is no range that \(name) can have")
    }
    recordNum += 1
    (self.window, limits) = (window, next)
    return scalar
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
