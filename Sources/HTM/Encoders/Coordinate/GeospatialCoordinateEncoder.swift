internal import Foundation

/// Encodes places on the earth, more coarsely the faster they are passed.
public struct GeospatialCoordinateEncoder: InputEncoder {
  public var name: String

  public var verbosity: Int

  /// The number of ones, at most.
  public let w: Int

  /// The number of bits.
  public let n: Int

  /// How many meters there are between points of the grid.
  public let scale: Double

  /// How many seconds there are between places.
  public let timestep: Double

  public var width: Int { n }

  /// Makes an encoder.
  ///
  /// - Parameters:
  ///   - scale: How many meters there are between points of the grid.
  ///   - timestep: How many seconds there are between places.
  ///   - w: The number of ones, which is odd.
  ///   - n: The number of bits, more than six times as many.
  ///   - name: The name of the field, or nil for the numbers of bits and ones.
  ///   - verbosity: How much NuPIC prints.
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public init(
    scale: Double, timestep: Double, w: Int = 21, n: Int = 1000, name: String? = nil,
    verbosity: Int = 0
  ) throws(HTMError) {
    let points = try CoordinateEncoder(w: w, n: n, name: name, verbosity: verbosity)
    guard scale > 0, scale.isFinite else {
      throw .parameter("scale", "\(scale) is not a number above 0")
    }
    guard timestep >= 0, timestep.isFinite else {
      throw .parameter("timestep", "\(timestep) is not a number from 0 on")
    }
    (self.w, self.n, self.name) = (w, n, points.name)
    (self.verbosity, self.scale, self.timestep) = (verbosity, scale, timestep)
  }

  public func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError) {
    guard case .place(let speed, let longitude, let latitude, let altitude) = input else {
      throw .input("GeospatialCoordinateEncoder \(name) takes places, and not \(input)")
    }
    let point = try coordinate(longitude: longitude, latitude: latitude, altitude: altitude)
    let points = try CoordinateEncoder(w: w, n: n, name: name)
    ones.append(
      contentsOf: try points.bits(around: point, radius(speed: speed)).map { $0 + offset })
  }

  /// The point of the grid where a place is.
  ///
  /// - Parameters:
  ///   - longitude: Degrees to the east.
  ///   - latitude: Degrees to the north.
  ///   - altitude: Meters above the ellipsoid, or nil for a point of two coordinates.
  /// - Throws: `HTMError` when there is no such place, or none on the map, as the poles.
  public func coordinate(
    longitude: Double, latitude: Double, altitude: Double? = nil
  ) throws(HTMError) -> [Int] {
    guard abs(longitude) < 572, abs(latitude) < 90, (altitude ?? 0).isFinite else {
      throw .input("\(longitude), \(latitude) is no place on the map")
    }
    let radius = 6_378_137.0
    var east = longitude * Double.pi / 180
    if abs(east) > .pi {
      east += .pi
      east -= 2 * .pi * (east / (2 * .pi)).rounded(.down)
      east -= .pi
    }
    let north = latitude * Double.pi / 180
    let meters: [Double]
    if let altitude {
      // From the ellipsoid of WGS 84 to its center.
      let flattening = 1 / 298.257223563
      let squared = flattening * (2 - flattening)
      let normal = radius / (1 - squared * sin(north) * sin(north)).squareRoot()
      meters = [
        (normal + altitude) * cos(north) * cos(east), (normal + altitude) * cos(north) * sin(east),
        (normal * (1 - squared) + altitude) * sin(north),
      ]
    } else {
      meters = [radius * east, radius * log(tan(.pi / 4 + north / 2))]
    }
    var point: [Int] = []
    for meter in meters {
      guard let coordinate = EncoderChecks.whole(meter / scale) else {
        throw .input("\(meter) meters are too far for a scale of \(scale)")
      }
      point.append(coordinate)
    }
    return point
  }

  /// How far the surroundings reach at a speed, so that those of the next place overlap by half.
  ///
  /// - Throws: `HTMError` when the speed is no number.
  public func radius(speed: Double) throws(HTMError) -> Int {
    let reach = (speed * timestep / scale / 2 * 1.5).rounded()
    guard let reach = EncoderChecks.whole(reach) else {
      throw .input("\(speed) is no speed that can be encoded")
    }
    return max(reach, Int(((Double(w).squareRoot() - 1) / 2).rounded(.up)))
  }

  public func bucketIndices(of input: EncoderInput) throws(HTMError) -> [Int?] {
    throw .unsupported("bucketIndices", Self.self)
  }

  /// Four zeros, as NuPIC has it.
  public func scalars(of input: EncoderInput) -> [Double?] { [0, 0, 0, 0] }

  public var fieldDescription: [EncoderField] {
    ["speed", "longitude", "latitude", "altitude"].enumerated().map {
      EncoderField(name: $1, offset: $0)
    }
  }

  public var decoderOutputTypes: [EncoderFieldType] { [] }
}
