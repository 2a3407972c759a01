extension InputEncoder {
  public func scalars(of input: EncoderInput) throws(HTMError) -> [Double?] {
    [input.isMissing ? nil : try number(input)]
  }

  public func encodedValues(of input: EncoderInput) throws(HTMError) -> [EncoderInput] { [input] }

  public func bucketInfo(of buckets: [Int]) throws(HTMError) -> [EncoderResult] {
    throw .unsupported("bucketInfo", Self.self)
  }

  public func topDownCompute(_ ones: [Int]) throws(HTMError) -> [EncoderResult] {
    throw .unsupported("topDownCompute", Self.self)
  }

  public func decode(_ ones: [Int], parentName: String) throws(HTMError) -> [DecodedField] {
    try checkOnes(ones)
    return []
  }

  /// The ranges of values that bits stand for, part by part.
  ///
  /// - Returns: Nothing where the encoder cannot tell.
  /// - Throws: `HTMError` when an index is out of range.
  public func decode(_ ones: [Int]) throws(HTMError) -> [DecodedField] {
    try decode(ones, parentName: "")
  }

  public func closenessScores(
    expected: [Double], actual: [Double], fractional: Bool
  ) -> [Double] {
    guard let expected = expected.first, let actual = actual.first else { return [] }
    let error = abs(expected - actual)
    guard fractional else { return [error] }
    let greater = max(expected, actual)
    return [max(0, 1 - error / (greater == 0 ? 1 : greater))]
  }

  /// The number of an input that is not missing.
  func number(_ input: EncoderInput) throws(HTMError) -> Double {
    guard case .number(let number) = input else {
      throw .input("\(Self.self) \(name) takes numbers, and not \(input)")
    }
    return number
  }

  /// Checks that indices of ones are in range.
  func checkOnes(_ ones: [Int]) throws(HTMError) {
    if let wrong = ones.first(where: { $0 < 0 || $0 >= width }) {
      throw .input("\(wrong) is no bit of \(Self.self) \(name), which has \(width)")
    }
  }
}
