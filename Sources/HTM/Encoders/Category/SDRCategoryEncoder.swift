/// Encodes names as random bits, which are drawn for names that are new.
public struct SDRCategoryEncoder: InputEncoder {
  public var name: String

  public var verbosity: Int

  public var learningEnabled: Bool

  /// The number of ones.
  public let w: Int

  /// The number of bits.
  public let n: Int

  /// The names, of which the first one stands for those that are not known.
  public private(set) var categories: [String]

  /// The generator of the bits of new names.
  public private(set) var random: Random

  /// The ascending ones of each name, one name behind another.
  private(set) var bits: [UInt32]

  private var indices: [String: Int]

  public var width: Int { n }
}

extension SDRCategoryEncoder {
  /// Makes an encoder.
  ///
  /// - Parameters:
  ///   - n: The number of bits.
  ///   - w: The number of ones.
  ///   - categoryList: The names; with them, or with an empty list, no other names are learnt.
  ///   - name: The name of the field.
  ///   - verbosity: How much NuPIC prints.
  ///   - encoderSeed: The seed of the bits, or 0 for any.
  ///   - forced: Whether fewer than 21 ones will do.
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public init(
    n: Int, w: Int, categoryList: [String]? = nil, name: String = "category", verbosity: Int = 0,
    encoderSeed: UInt64 = 1, forced: Bool = false
  ) throws(HTMError) {
    try EncoderChecks.enoughOnes(w, forced)
    try EncoderChecks.verbosity(verbosity)
    guard w > 0, w <= n, n <= EncoderChecks.mostBits else {
      throw .parameter("w", "\(w) is not from 1 to n, which is \(n) and at most 2^24")
    }
    (self.n, self.w, self.name, self.verbosity) = (n, w, name, verbosity)
    learningEnabled = categoryList == nil
    random = Random(seed: encoderSeed)
    (categories, bits, indices) = ([], [], [:])
    for category in [CategoryEncoder.unknown] + (categoryList ?? []) {
      guard indices[category] == nil else {
        throw .parameter("categoryList", "\(category) is there twice")
      }
      try add(category)
    }
  }

  init(
    n: Int, w: Int, name: String, verbosity: Int, learningEnabled: Bool, categories: [String],
    bits: [UInt32], random: Random, indices: [String: Int]
  ) {
    (self.n, self.w, self.name, self.verbosity) = (n, w, name, verbosity)
    (self.learningEnabled, self.categories, self.bits) = (learningEnabled, categories, bits)
    (self.random, self.indices) = (random, indices)
  }

  func ones(_ index: Int) -> ArraySlice<UInt32> { bits[index * w..<(index + 1) * w] }

  /// Draws bits for a name that no other has.
  private mutating func add(_ category: String) throws(HTMError) {
    guard categories.count < 1 << 24 else { throw .input("\(name) has too many names") }
    var random = random
    for _ in 0..<1000 {
      // Such as come first are taken, in ascending order, as NuPIC samples.
      let new = random.sample((0..<UInt32(n)).map { $0 }, w)
      guard !categories.indices.contains(where: { ones($0).elementsEqual(new) }) else { continue }
      self.random = random
      indices[category] = categories.count
      categories.append(category)
      bits += new
      return
    }
    throw .input("there are no other bits for \(category): \(w) of \(n) are too few")
  }

  /// The place of a name, which is learnt if it may be; 0 where it is not known.
  private mutating func index(of input: EncoderInput) throws(HTMError) -> Int {
    guard case .text(let text) = input else {
      throw .input("SDRCategoryEncoder \(name) takes names, and not \(input)")
    }
    if let index = indices[text] { return index }
    guard learningEnabled else { return 0 }
    try add(text)
    return categories.count - 1
  }

  public mutating func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError) {
    guard !input.isMissing else { return }
    // New bits may be drawn, so the place is looked up first.
    let index = try index(of: input)
    for one in self.ones(index) { ones.append(offset + Int(one)) }
  }

  public mutating func bucketIndices(of input: EncoderInput) throws(HTMError) -> [Int?] {
    [input.isMissing ? 0 : try index(of: input)]
  }

  /// The place of the name; of a new one the place that it would get.
  public func scalars(of input: EncoderInput) throws(HTMError) -> [Double?] {
    guard let text = input.text else { return [0] }
    return [Double(indices[text] ?? (learningEnabled ? categories.count : 0))]
  }
}

extension SDRCategoryEncoder {
  public var decoderOutputTypes: [EncoderFieldType] { [.string] }

  public func bucketInfo(of buckets: [Int]) throws(HTMError) -> [EncoderResult] {
    guard let bucket = buckets.first, categories.indices.contains(bucket) else {
      throw .input("there are \(categories.count) names in \(name), and no \(buckets)")
    }
    return [
      EncoderResult(
        value: .text(categories[bucket]), scalar: Double(bucket),
        encoding: ones(bucket).map { Int($0) })
    ]
  }

  /// How many ones bits share with each name.
  private func overlaps(_ ones: [Int]) throws(HTMError) -> [Int] {
    try checkOnes(ones)
    let bits = ones.dense(n)
    return categories.indices.map { index in self.ones(index).count { bits[Int($0)] } }
  }

  public func topDownCompute(_ ones: [Int]) throws(HTMError) -> [EncoderResult] {
    let overlaps = try overlaps(ones)
    let most = overlaps.max() ?? 0
    return try bucketInfo(of: [overlaps.firstIndex(of: most) ?? 0])
  }

  public func decode(_ ones: [Int], parentName: String) throws(HTMError) -> [DecodedField] {
    let average = Double(w) * Double(w) / Double(n)
    let threshold = max(Int((average + Double(w)) / 2), w - 3)
    let overlaps = try overlaps(ones)
    let found = categories.indices.filter { overlaps[$0] > threshold }
    return [
      DecodedField(
        name: parentName.isEmpty ? name : "\(parentName).\(name)",
        ranges: found.map { Double($0)...Double($0) },
        description: found.reduce("") { $0 + ($0.isEmpty ? "" : " ") + categories[$1] })
    ]
  }

  public func closenessScores(
    expected: [Double], actual: [Double], fractional: Bool
  ) -> [Double] {
    guard let expected = expected.first, let actual = actual.first else { return [] }
    return [(expected == actual) == fractional ? 1 : 0]
  }
}
