public import Stowage

extension CoordinateEncoder: Serializable {
  public func write(_ builder: CoordinateEncoderProto.Builder) throws {
    builder.w = UInt32(w)
    builder.n = UInt32(n)
    builder.verbosity = EncoderChecks.byte(verbosity)
    try builder.setName(name)
  }

  public static func read(_ reader: CoordinateEncoderProto.Reader) throws -> CoordinateEncoder {
    let name = String(try reader.name)
    do throws(HTMError) {
      return try CoordinateEncoder(
        w: Int(reader.w), n: Int(reader.n), name: name, verbosity: Int(reader.verbosity))
    } catch { throw error.read(from: "CoordinateEncoderProto") }
  }
}

extension GeospatialCoordinateEncoder: Archivable {
  /// Writes what NuPIC does.
  ///
  /// - Throws: `HTMError` when scale or timestep is no whole number below 2^32, as NuPIC's files have.
  public func write(_ builder: GeospatialCoordinateEncoderProto.Builder) throws {
    guard let scale = UInt32(exactly: scale), let timestep = UInt32(exactly: timestep) else {
      throw HTMError.state(
        "GeospatialCoordinateEncoderProto.scale",
        "NuPIC's files have whole numbers, and not \(scale) and \(timestep)")
    }
    builder.w = UInt32(w)
    builder.n = UInt32(n)
    builder.verbosity = EncoderChecks.byte(verbosity)
    try builder.setName(name)
    builder.scale = scale
    builder.timestep = timestep
  }

  public static func read(
    _ reader: GeospatialCoordinateEncoderProto.Reader
  ) throws -> GeospatialCoordinateEncoder {
    let name = String(try reader.name)
    do throws(HTMError) {
      return try GeospatialCoordinateEncoder(
        scale: Double(reader.scale), timestep: Double(reader.timestep), w: Int(reader.w),
        n: Int(reader.n), name: name, verbosity: Int(reader.verbosity))
    } catch { throw error.read(from: "GeospatialCoordinateEncoderProto") }
  }

  public func writeArchive(_ builder: GeospatialCoordinateEncoderState.Builder) throws {
    builder.w = UInt32(w)
    builder.n = UInt32(n)
    builder.verbosity = EncoderChecks.byte(verbosity)
    try builder.setName(name)
    builder.scale = scale
    builder.timestep = timestep
  }

  public static func readArchive(
    _ reader: GeospatialCoordinateEncoderState.Reader
  ) throws -> GeospatialCoordinateEncoder {
    let name = String(try reader.name)
    do throws(HTMError) {
      return try GeospatialCoordinateEncoder(
        scale: reader.scale, timestep: reader.timestep, w: Int(reader.w), n: Int(reader.n),
        name: name, verbosity: Int(reader.verbosity))
    } catch { throw error.read(from: "GeospatialCoordinateEncoderState") }
  }
}
