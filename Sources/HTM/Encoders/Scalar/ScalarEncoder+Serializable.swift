public import Stowage

extension ScalarEncoder: Archivable {
  /// Writes what NuPIC does: without radius and resolution, and with a range in single precision.
  ///
  /// - Throws: `HTMError` when the range vanishes in single precision.
  public func write(_ builder: ScalarEncoderProto.Builder) throws {
    let limits = try EncoderChecks.single(minval, maxval, "ScalarEncoderProto")
    builder.w = UInt32(w)
    builder.n = UInt32(n)
    builder.minval = limits.minval
    builder.maxval = limits.maxval
    builder.periodic = periodic
    builder.clipInput = clipInput
    builder.verbosity = EncoderChecks.byte(verbosity)
    try builder.setName(name)
  }

  public static func read(_ reader: ScalarEncoderProto.Reader) throws -> ScalarEncoder {
    let name = String(try reader.name)
    do throws(HTMError) {
      return try ScalarEncoder(
        w: Int(reader.w), minval: Double(reader.minval), maxval: Double(reader.maxval),
        periodic: reader.periodic, n: Int(reader.n), name: name, verbosity: Int(reader.verbosity),
        clipInput: reader.clipInput, forced: true)
    } catch {
      throw error.read(from: "ScalarEncoderProto")
    }
  }

  public func writeArchive(_ builder: ScalarEncoderState.Builder) throws {
    builder.w = UInt32(w)
    builder.n = UInt32(n)
    builder.minval = minval
    builder.maxval = maxval
    builder.radius = radius
    builder.resolution = resolution
    builder.periodic = periodic
    builder.clipInput = clipInput
    builder.verbosity = EncoderChecks.byte(verbosity)
    try builder.setName(name)
  }

  public static func readArchive(_ reader: ScalarEncoderState.Reader) throws -> ScalarEncoder {
    let name = String(try reader.name)
    do throws(HTMError) {
      let w = Int(reader.w)
      let n = Int(reader.n)
      try EncoderChecks.oddWidth(w)
      try EncoderChecks.limits(reader.minval, reader.maxval)
      guard n > 0, n <= EncoderChecks.mostBits, reader.periodic || n >= w else {
        throw .parameter("n", "\(n) is no number of bits for \(w) ones")
      }
      for (name, value) in [("radius", reader.radius), ("resolution", reader.resolution)] {
        guard value > 0, value.isFinite else {
          throw .parameter(name, "\(value) is not a number above 0")
        }
      }
      // How fine it is has to be as some of the parameters would make it.
      let given = try [
        Size(w: w, reader, n: n, radius: 0),
        Size(w: w, reader, n: 0, radius: reader.radius),
      ]
      guard
        given.contains(where: {
          $0.n == n && abs($0.radius / reader.radius - 1) < 1e-9
            && abs($0.resolution / reader.resolution - 1) < 1e-9
        })
      else {
        throw .parameter("n", "\(n) does not follow from radius and resolution, nor these from it")
      }
      return ScalarEncoder(
        name: name, verbosity: Int(reader.verbosity), clipInput: reader.clipInput, w: w, n: n,
        minval: reader.minval, maxval: reader.maxval, periodic: reader.periodic,
        radius: reader.radius, resolution: reader.resolution)
    } catch {
      throw error.read(from: "ScalarEncoderState")
    }
  }
}

extension ScalarEncoder.Size {
  fileprivate init(
    w: Int, _ reader: ScalarEncoderState.Reader, n: Int, radius: Double
  ) throws(HTMError) {
    // An encoder that a radius made may have fewer bits than ones, from which none is made.
    try self.init(
      w: n > 0 && n <= w ? 1 : w, rangeInternal: reader.maxval - reader.minval,
      periodic: reader.periodic, n: n > 0 && n <= w ? 2 : n, radius: radius, resolution: 0)
  }
}

extension EncoderChecks {
  /// Limits in single precision, as NuPIC's files have them.
  static func single(
    _ minval: Double, _ maxval: Double, _ type: String
  ) throws(HTMError) -> (minval: Float, maxval: Float) {
    let limits = (minval: Float(minval), maxval: Float(maxval))
    guard limits.minval.isFinite, limits.maxval.isFinite, limits.minval < limits.maxval else {
      throw .state(
        "\(type).minval",
        "NuPIC's files have single precision, in which \(minval) to \(maxval) is no range")
    }
    return limits
  }
}
