internal import CapnProto

/// Encodes points with whole coordinates, so that near ones share bits.
///
/// Each point of a grid has a rank and a bit of its own, by chance; the bits of a point are those of
/// the highest ranks around it.
public struct CoordinateEncoder: InputEncoder {
  public var name: String

  public var verbosity: Int

  /// The number of ones, at most.
  public let w: Int

  /// The number of bits.
  public let n: Int

  public var width: Int { n }

  /// Makes an encoder.
  ///
  /// - Parameters:
  ///   - w: The number of ones, which is odd.
  ///   - n: The number of bits, more than six times as many.
  ///   - name: The name of the field, or nil for the numbers of bits and ones.
  ///   - verbosity: How much NuPIC prints.
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public init(
    w: Int = 21, n: Int = 1000, name: String? = nil, verbosity: Int = 0
  ) throws(HTMError) {
    try EncoderChecks.oddWidth(w)
    try EncoderChecks.bits(n, above: 6 * w, "more than six times w are needed")
    try EncoderChecks.verbosity(verbosity)
    (self.w, self.n, self.name, self.verbosity) = (w, n, name ?? "[\(n):\(w)]", verbosity)
  }

  public func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError) {
    guard case .coordinate(let point, let radius) = input else {
      throw .input("CoordinateEncoder \(name) takes points, and not \(input)")
    }
    guard let radius = Int(exactly: radius), radius >= 0 else {
      throw .input("a radius is a whole number from 0, and not \(radius)")
    }
    ones.append(contentsOf: try bits(around: point, radius).map { $0 + offset })
  }

  public func bucketIndices(of input: EncoderInput) throws(HTMError) -> [Int?] {
    throw .unsupported("bucketIndices", Self.self)
  }

  /// A zero for the point and one for the radius, as NuPIC has it.
  public func scalars(of input: EncoderInput) -> [Double?] { [0, 0] }

  public var fieldDescription: [EncoderField] {
    [EncoderField(name: "coordinate", offset: 0), EncoderField(name: "radius", offset: 1)]
  }

  public var decoderOutputTypes: [EncoderFieldType] { [] }
}

extension CoordinateEncoder {
  /// How many points there may be around one.
  static let mostNeighbors = 1 << 20

  /// The ascending bits of the highest ranks around a point.
  func bits(around point: [Int], _ radius: Int) throws(HTMError) -> [Int] {
    var count = radius <= Self.mostNeighbors ? 1 : Int.max
    for coordinate in point {
      let (product, overflow) = count.multipliedReportingOverflow(by: 2 * min(radius, 1 << 20) + 1)
      count = overflow || coordinate.magnitude >= 1 << 62 ? Int.max : product
    }
    guard count <= Self.mostNeighbors else {
      throw .input("\(point) with radius \(radius) has too many points around it, or is too far")
    }
    var seeds: [(rank: Double, seed: UInt64)] = []
    seeds.reserveCapacity(count)
    var neighbor = point.map { $0 - radius }
    for _ in 0..<count {
      let seed = Self.hash(neighbor)
      var random = Random(seed: seed)
      seeds.append((random.getReal64(), seed))
      // The next one: the last coordinate moves fastest.
      for axis in neighbor.indices.reversed() {
        neighbor[axis] += 1
        if neighbor[axis] <= point[axis] + radius { break }
        neighbor[axis] = point[axis] - radius
      }
    }
    seeds.sort { $0.rank < $1.rank }
    let bits = seeds.suffix(w).map { entry in
      var random = Random(seed: entry.seed)
      return Int(random.getUInt32(UInt32(n)))
    }
    return Set(bits).sorted()
  }

  /// What stands for a point: the last 64 bits of the MD5 of its coordinates in words.
  static func hash(_ point: [Int]) -> UInt64 {
    let digest = MD5.digest(Array(point.map(String.init).joined(separator: ",").utf8))
    return digest.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
