/// Encodes records, field by field, and puts the bits of the fields side by side.
public struct MultiEncoder: InputEncoder {
  public var name: String

  public var verbosity = 0

  /// The fields in the order of their bits.
  public private(set) var members: [Member] = []

  public private(set) var width = 0

  /// A field, and its encoder.
  public struct Member: Sendable {
    /// The name of the field.
    public let field: String

    /// The encoder of its values.
    public internal(set) var encoder: any InputEncoder

    /// The index of its first bit.
    public let offset: Int
  }

  /// Makes an encoder of no fields.
  public init(name: String = "") { self.name = name }

  /// Makes an encoder of fields, in their order.
  ///
  /// - Throws: `HTMError` when there are too many bits.
  public init(
    name: String = "", _ fields: KeyValuePairs<String, any InputEncoder>
  ) throws(HTMError) {
    self.name = name
    for (field, encoder) in fields { try add(field, encoder) }
  }

  /// Adds a field behind those that are there.
  ///
  /// - Throws: `HTMError` when there are too many bits.
  public mutating func add(_ field: String, _ encoder: any InputEncoder) throws(HTMError) {
    guard encoder.width <= EncoderChecks.mostBits - width else {
      throw .parameter("encoders", "with \(field) there are more than 2^24 bits")
    }
    members.append(Member(field: field, encoder: encoder, offset: width))
    width += encoder.width
  }
}

extension MultiEncoder.Member: Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    left.field == right.field && left.offset == right.offset
      && AnyHashable(left.encoder) == AnyHashable(right.encoder)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(field)
    hasher.combine(AnyHashable(encoder))
  }
}

extension MultiEncoder {
  private func values(
    of input: EncoderInput
  ) throws(HTMError) -> [String: EncoderInput] {
    guard case .record(let fields) = input else {
      throw .input("MultiEncoder \(name) takes records, and not \(input)")
    }
    for member in members where fields[member.field] == nil {
      throw .input("there is no field \(member.field) in the record: \(fields.keys.sorted())")
    }
    return fields
  }

  public mutating func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError) {
    let fields = try values(of: input)
    let start = ones.count
    do throws(HTMError) {
      for place in members.indices {
        try members[place].encoder.encode(
          fields[members[place].field] ?? .missing, at: offset + members[place].offset, into: &ones)
      }
    } catch {
      ones.removeSubrange(start...)
      throw error
    }
  }

  public mutating func bucketIndices(of input: EncoderInput) throws(HTMError) -> [Int?] {
    let fields = try values(of: input)
    var buckets: [Int?] = []
    for place in members.indices {
      buckets += try members[place].encoder.bucketIndices(
        of: fields[members[place].field] ?? .missing)
    }
    return buckets
  }

  /// The first bucket that the encoder in a place has for a value.
  mutating func bucket(_ place: Int, _ value: EncoderInput) throws(HTMError) -> Int? {
    try members[place].encoder.bucketIndices(of: value).first ?? nil
  }

  public func scalars(of input: EncoderInput) throws(HTMError) -> [Double?] {
    let fields = try values(of: input)
    var scalars: [Double?] = []
    for member in members { scalars += try member.encoder.scalars(of: fields[member.field] ?? nil) }
    return scalars
  }

  public func encodedValues(of input: EncoderInput) throws(HTMError) -> [EncoderInput] {
    let fields = try values(of: input)
    var encoded: [EncoderInput] = []
    for member in members {
      encoded += try member.encoder.encodedValues(of: fields[member.field] ?? nil)
    }
    return encoded
  }

  /// Whether any of the fields' encoders may change; setting it sets it for all.
  public var learningEnabled: Bool {
    get { members.contains { $0.encoder.learningEnabled } }
    set {
      for place in members.indices { members[place].encoder.learningEnabled = newValue }
    }
  }
}

extension MultiEncoder {
  public var fieldDescription: [EncoderField] {
    members.flatMap { member in
      member.encoder.fieldDescription.map {
        EncoderField(name: $0.name, offset: $0.offset + member.offset)
      }
    }
  }

  public var decoderOutputTypes: [EncoderFieldType] {
    members.flatMap { $0.encoder.decoderOutputTypes }
  }

  public func scalarNames(parentName: String) -> [String] {
    members.flatMap { $0.encoder.scalarNames(parentName: $0.field) }
      .map { parentName.isEmpty ? $0 : "\(parentName).\($0)" }
  }

  /// What a bucket of each part stands for: as many buckets as ``bucketIndices(of:)`` gives.
  public func bucketInfo(of buckets: [Int]) throws(HTMError) -> [EncoderResult] {
    var results: [EncoderResult] = []
    for member in members {
      results += try member.encoder.bucketInfo(of: Array(buckets.dropFirst(results.count)))
    }
    return results
  }

  public func topDownCompute(_ ones: [Int]) throws(HTMError) -> [EncoderResult] {
    try checkOnes(ones)
    var results: [EncoderResult] = []
    for member in members {
      results += try member.encoder.topDownCompute(
        ones.window(member.offset, member.encoder.width))
    }
    return results
  }

  public func decode(_ ones: [Int], parentName: String) throws(HTMError) -> [DecodedField] {
    try checkOnes(ones)
    let own = parentName.isEmpty ? name : "\(parentName).\(name)"
    var fields: [DecodedField] = []
    for member in members {
      fields += try member.encoder.decode(
        ones.window(member.offset, member.encoder.width), parentName: own)
    }
    return fields
  }

  public func closenessScores(
    expected: [Double], actual: [Double], fractional: Bool
  ) -> [Double] {
    var scores: [Double] = []
    for member in members {
      scores += member.encoder.closenessScores(
        expected: Array(expected.dropFirst(scores.count)),
        actual: Array(actual.dropFirst(scores.count)), fractional: fractional)
    }
    return scores
  }
}
