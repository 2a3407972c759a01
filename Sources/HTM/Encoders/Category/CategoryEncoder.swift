/// Encodes names from a list that is known, each with ones of its own.
public struct CategoryEncoder: InputEncoder {
  public var name: String

  public var verbosity: Int

  /// The names, of which the first one stands for those that are not in the list.
  public let categories: [String]

  /// The encoder of the places of names.
  public let places: ScalarEncoder

  /// The place of each name.
  let indices: [String: Int]

  public var width: Int { places.width }

  /// What stands for names that are not known.
  static let unknown = "<UNKNOWN>"
}

extension CategoryEncoder {
  /// Makes an encoder.
  ///
  /// - Parameters:
  ///   - w: The number of ones of each name, which is odd.
  ///   - categoryList: The names.
  ///   - name: The name of the field.
  ///   - verbosity: How much NuPIC prints.
  ///   - forced: Whether fewer than 21 ones will do.
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public init(
    w: Int, categoryList: [String], name: String = "category", verbosity: Int = 0,
    forced: Bool = false
  ) throws(HTMError) {
    guard !categoryList.isEmpty else {
      throw .parameter("categoryList", "at least one name is needed")
    }
    let places = try ScalarEncoder(
      w: w, minval: 0, maxval: Double(categoryList.count), radius: 1, verbosity: verbosity,
      forced: forced)
    self.init(
      name: name, verbosity: verbosity, categories: [Self.unknown] + categoryList, places: places)
  }

  init(name: String, verbosity: Int, categories: [String], places: ScalarEncoder) {
    (self.name, self.verbosity) = (name, verbosity)
    (self.categories, self.places) = (categories, places)
    var indices: [String: Int] = [:]
    for (index, category) in categories.enumerated().dropFirst() { indices[category] = index }
    self.indices = indices
  }

  /// The place of a name, 0 where it is not known; nil where the input is missing.
  private func place(of input: EncoderInput) -> Int? {
    switch input {
    case .missing: nil
    case .text(let text): indices[text] ?? 0
    default: 0
    }
  }

  public func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError) {
    guard let place = place(of: input) else { return }
    try places.encode(.number(Double(place)), at: offset, into: &ones)
  }

  public func bucketIndices(of input: EncoderInput) throws(HTMError) -> [Int?] {
    guard let place = place(of: input) else { return [nil] }
    return [try places.bucket(of: Double(place))]
  }

  public func scalars(of input: EncoderInput) -> [Double?] { [place(of: input).map(Double.init)] }

  public var decoderOutputTypes: [EncoderFieldType] { [.int] }

  public func bucketInfo(of buckets: [Int]) throws(HTMError) -> [EncoderResult] {
    try places.bucketInfo(of: buckets).map(named)
  }

  public func topDownCompute(_ ones: [Int]) throws(HTMError) -> [EncoderResult] {
    try places.topDownCompute(ones).map(named)
  }

  private func named(_ result: EncoderResult) -> EncoderResult {
    let place = index(result.scalar)
    return EncoderResult(
      value: .text(categories[place]), scalar: Double(place), encoding: result.encoding)
  }

  private func index(_ place: Double) -> Int {
    Int(min(max(place.rounded(), 0), Double(categories.count - 1)))
  }

  /// The name that each bucket stands for.
  public var bucketValues: [String] { places.bucketValues.map { categories[index($0)] } }

  public func decode(_ ones: [Int], parentName: String) throws(HTMError) -> [DecodedField] {
    let ranges = try places.decodedRanges(ones).map { range in
      (index(range.lowerBound), index(range.upperBound))
    }
    guard !ranges.isEmpty else { return [] }
    return [
      DecodedField(
        name: parentName.isEmpty ? name : "\(parentName).\(name)",
        ranges: ranges.map { ClosedRange(near: Double($0.0), Double($0.1)) },
        description: ranges.flatMap { categories[min($0.0, $0.1)...max($0.0, $0.1)] }
          .joined(separator: ", "))
    ]
  }

  public func closenessScores(
    expected: [Double], actual: [Double], fractional: Bool
  ) -> [Double] {
    guard let expected = expected.first, let actual = actual.first else { return [] }
    return [(expected == actual) == fractional ? 1 : 0]
  }
}
