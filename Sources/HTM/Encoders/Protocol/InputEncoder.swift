/// Turns values into bits, so that similar values share many of them.
///
/// It is not called `Encoder` because Swift's own is. Encoders are values: some learn from what they encode, so that encoding changes them, and a copy
/// learns on its own.
public protocol InputEncoder: Hashable, Sendable {
  /// The name of the field that it encodes.
  var name: String { get set }

  /// The number of bits, ones and zeros.
  var width: Int { get }

  /// The parts of what it encodes, each with the place of its first bit.
  var fieldDescription: [EncoderField] { get }

  /// What each scalar is of: the names of the parts.
  ///
  /// - Parameter parentName: The name of the field that the encoder is for, or nothing.
  func scalarNames(parentName: String) -> [String]

  /// The types of what each part decodes to.
  var decoderOutputTypes: [EncoderFieldType] { get }

  /// How much NuPIC prints; kept for it, and without effect here.
  var verbosity: Int { get set }

  /// Whether the encoder may change by what it encodes.
  ///
  /// Only encoders that adapt to what they see mind it.
  var learningEnabled: Bool { get set }

  /// Appends the ascending indices of the ones, each moved by an offset.
  ///
  /// This is what an encoder implements; the other functions that encode are made of it.
  ///
  /// - Throws: `HTMError` when the input is not what this encoder takes. Nothing is appended then.
  mutating func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError)

  /// The bucket of each part, nil where the input is missing.
  ///
  /// Inputs in one bucket have the same bits. Encoders that draw bits for new buckets draw them.
  ///
  /// - Throws: `HTMError` when the input is not what this encoder takes, or when the encoder has no
  ///   buckets.
  mutating func bucketIndices(of input: EncoderInput) throws(HTMError) -> [Int?]

  /// Each part of the input as a number, nil where it is missing.
  ///
  /// - Throws: `HTMError` when the input is not what this encoder takes.
  func scalars(of input: EncoderInput) throws(HTMError) -> [Double?]

  /// Each part of the input as the value that is encoded.
  ///
  /// - Throws: `HTMError` when the input is not what this encoder takes.
  func encodedValues(of input: EncoderInput) throws(HTMError) -> [EncoderInput]

  /// What a bucket of each part stands for.
  ///
  /// - Throws: `HTMError` when there is no such bucket, or when the encoder cannot tell.
  func bucketInfo(of buckets: [Int]) throws(HTMError) -> [EncoderResult]

  /// The best guess of the value of each part, from bits of which some may be wrong.
  ///
  /// - Parameter ones: The indices of the ones.
  /// - Throws: `HTMError` when an index is out of range, or when the encoder cannot tell.
  func topDownCompute(_ ones: [Int]) throws(HTMError) -> [EncoderResult]

  /// The ranges of values that bits stand for, part by part.
  ///
  /// - Parameters:
  ///   - ones: The indices of the ones.
  ///   - parentName: The name of the field, where a part has none of its own.
  /// - Returns: Nothing where the encoder cannot tell.
  /// - Throws: `HTMError` when an index is out of range.
  func decode(_ ones: [Int], parentName: String) throws(HTMError) -> [DecodedField]

  /// How close predicted scalars are to the actual ones: 1 at best.
  ///
  /// - Parameters:
  ///   - expected: A number for each part.
  ///   - actual: A number for each part.
  ///   - fractional: Whether to give the distances as parts of the range, and turned round, so that 1
  ///     is best; if not, the plain distances.
  func closenessScores(expected: [Double], actual: [Double], fractional: Bool) -> [Double]
}

extension InputEncoder {
  public var learningEnabled: Bool {
    get { false }
    set { _ = newValue }
  }

  public var fieldDescription: [EncoderField] { [EncoderField(name: name, offset: 0)] }

  public func scalarNames(parentName: String) -> [String] {
    [parentName.isEmpty ? name : parentName]
  }

  /// What each scalar is of: the names of the parts.
  public var scalarNames: [String] { scalarNames(parentName: "") }

  public var decoderOutputTypes: [EncoderFieldType] { [.float] }

  /// The ascending indices of the ones.
  ///
  /// - Throws: `HTMError` when the input is not what this encoder takes.
  public mutating func encode(_ input: EncoderInput) throws(HTMError) -> [Int] {
    var ones: [Int] = []
    try encode(input, at: 0, into: &ones)
    return ones
  }

  /// All bits.
  ///
  /// - Throws: `HTMError` when the input is not what this encoder takes.
  public mutating func encodeDense(_ input: EncoderInput) throws(HTMError) -> [Bool] {
    let ones = try encode(input)
    var bits = [Bool](repeating: false, count: width)
    for one in ones where bits.indices.contains(one) { bits[one] = true }
    return bits
  }
}
