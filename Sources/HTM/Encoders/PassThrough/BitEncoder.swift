/// What the encoders that pass bits through have in common.
protocol BitEncoder: InputEncoder {
  var n: Int { get }
  var w: Int? { get }
}

extension BitEncoder {
  public func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError) {
    guard case .bits(var bits) = input else {
      throw .input("\(Self.self) \(name) takes bits, and not \(input)")
    }
    try checkOnes(bits)
    bits = Set(bits).sorted()
    if let w, bits.count != w {
      throw .input("\(name) takes \(w) ones, and these are \(bits.count)")
    }
    ones.append(contentsOf: bits.lazy.map { $0 + offset })
  }

  /// One bucket for all bits, as NuPIC has.
  public func bucketIndices(of input: EncoderInput) -> [Int?] { [0] }

  public func scalars(of input: EncoderInput) -> [Double?] { [0] }

  public var decoderOutputTypes: [EncoderFieldType] { [.string] }

  public func decode(_ ones: [Int], parentName: String) throws(HTMError) -> [DecodedField] {
    try checkOnes(ones)
    return [
      DecodedField(
        name: parentName.isEmpty ? name : "\(parentName).\(name)", ranges: [0...0],
        description: "input")
    ]
  }

  /// How much of the expected bits are among the actual ones; each number is a bit here.
  public func closenessScores(
    expected: [Double], actual: [Double], fractional: Bool
  ) -> [Double] {
    let counts = (expected.count { $0 != 0 }, actual.count { $0 != 0 })
    guard counts.0 > 0 else { return [0] }
    let shared = zip(expected, actual).count { $0 != 0 && $1 != 0 }
    let more = counts.1 - counts.0
    let ratio =
      more <= 0 ? 1 : more < counts.0 ? 1 - Double(more) / Double(counts.0) : 1 / Double(more)
    return [Double(shared) / Double(counts.0) * ratio]
  }
}

extension PassThroughEncoder: BitEncoder {}
extension SparsePassThroughEncoder: BitEncoder {}
