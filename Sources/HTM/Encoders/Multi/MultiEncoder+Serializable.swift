public import Stowage

extension MultiEncoder: Archivable {
  /// Writes what NuPIC does: what each encoder's own `write` does, and not more.
  ///
  /// - Throws: `HTMError` when an encoder cannot be written, or is none of NuPIC's.
  public func write(_ builder: MultiEncoderProto.Builder) throws {
    try builder.setName(name)
    let list = try builder.initEncoders(count: members.count)
    for (place, member) in members.enumerated() {
      try list[place].setName(member.field)
      list[place].offset = UInt32(member.offset)
      try Self.write(member.encoder, member.field, list[place])
    }
  }

  private static func write(
    _ encoder: any InputEncoder, _ field: String, _ builder: MultiEncoderProto.EncoderUnion.Builder
  ) throws {
    switch encoder {
    case let own as AdaptiveScalarEncoder: try own.write(builder.initAdaptiveScalarEncoder())
    case let own as CategoryEncoder: try own.write(builder.initCategoryEncoder())
    case let own as CoordinateEncoder: try own.write(builder.initCoordinateEncoder())
    case let own as DateEncoder: try own.write(builder.initDateEncoder())
    case let own as DeltaEncoder: try own.write(builder.initDeltaEncoder())
    case let own as GeospatialCoordinateEncoder:
      try own.write(builder.initGeospatialCoordinateEncoder())
    case let own as LogEncoder: try own.write(builder.initLogEncoder())
    case let own as PassThroughEncoder: try own.write(builder.initPassThroughEncoder())
    case let own as RandomDistributedScalarEncoder:
      try own.write(builder.initRandomDistributedScalarEncoder())
    case let own as ScalarEncoder: try own.write(builder.initScalarEncoder())
    case let own as SDRCategoryEncoder: try own.write(builder.initSdrCategoryEncoder())
    case let own as SparsePassThroughEncoder: try own.write(builder.initSparsePassThroughEncoder())
    default: throw unknown(encoder, field)
    }
  }

  private static func unknown(_ encoder: any InputEncoder, _ field: String) -> HTMError {
    HTMError(
      .unsupported, "MultiEncoderProto.encoders",
      "\(type(of: encoder)) of \(field) is none of the encoders that can be saved in another one")
  }

  public static func read(_ reader: MultiEncoderProto.Reader) throws -> MultiEncoder {
    var multi = MultiEncoder(name: String(try reader.name))
    for union in try reader.encoders {
      try multi.take(union.name, union.offset, read(union), "MultiEncoderProto")
    }
    return multi
  }

  private mutating func take(
    _ field: Text.Reader, _ offset: UInt32, _ encoder: any InputEncoder, _ path: String
  ) throws {
    guard Int(offset) == width else {
      throw HTMError.state(
        "\(path).encoders", "\(field) begins at bit \(offset), and not at \(width)")
    }
    do throws(HTMError) {
      try add(String(field), encoder)
    } catch { throw error.read(from: path) }
  }

  private static func read(
    _ union: MultiEncoderProto.EncoderUnion.Reader
  ) throws -> any InputEncoder {
    switch try union.which {
    case .adaptiveScalarEncoder(let own): try AdaptiveScalarEncoder.read(own)
    case .categoryEncoder(let own): try CategoryEncoder.read(own)
    case .coordinateEncoder(let own): try CoordinateEncoder.read(own)
    case .dateEncoder(let own): try DateEncoder.read(own)
    case .deltaEncoder(let own): try DeltaEncoder.read(own)
    case .geospatialCoordinateEncoder(let own): try GeospatialCoordinateEncoder.read(own)
    case .logEncoder(let own): try LogEncoder.read(own)
    case .passThroughEncoder(let own): try PassThroughEncoder.read(own)
    case .randomDistributedScalarEncoder(let own): try RandomDistributedScalarEncoder.read(own)
    case .scalarEncoder(let own): try ScalarEncoder.read(own)
    case .sdrCategoryEncoder(let own): try SDRCategoryEncoder.read(own)
    case .sparsePassThroughEncoder(let own): try SparsePassThroughEncoder.read(own)
    case .unrecognized(let tag):
      throw HTMError.state("MultiEncoderProto.encoders", "the member \(tag) is not known")
    }
  }

  public func writeArchive(_ builder: MultiEncoderState.Builder) throws {
    try builder.setName(name)
    builder.verbosity = EncoderChecks.byte(verbosity)
    let list = try builder.initMembers(count: members.count)
    for (place, member) in members.enumerated() {
      try list[place].setField(member.field)
      list[place].offset = UInt32(member.offset)
      try Self.writeArchive(member.encoder, member.field, list[place])
    }
  }

  private static func writeArchive(
    _ encoder: any InputEncoder, _ field: String, _ builder: MultiEncoderState.Member.Builder
  ) throws {
    switch encoder {
    case let own as AdaptiveScalarEncoder: try own.writeArchive(builder.initAdaptiveScalar())
    case let own as CategoryEncoder: try own.write(builder.initCategory())
    case let own as CoordinateEncoder: try own.write(builder.initCoordinate())
    case let own as DateEncoder: try own.writeArchive(builder.initDate())
    case let own as DeltaEncoder: try own.writeArchive(builder.initDelta())
    case let own as GeospatialCoordinateEncoder:
      try own.writeArchive(builder.initGeospatialCoordinate())
    case let own as LogEncoder: try own.writeArchive(builder.initLog())
    case let own as PassThroughEncoder: try own.write(builder.initPassThrough())
    case let own as RandomDistributedScalarEncoder:
      try own.writeArchive(builder.initRandomDistributedScalar())
    case let own as ScalarEncoder: try own.writeArchive(builder.initScalar())
    case let own as SDRCategoryEncoder: try own.write(builder.initSdrCategory())
    case let own as SparsePassThroughEncoder: try own.write(builder.initSparsePassThrough())
    default: throw unknown(encoder, field)
    }
  }

  public static func readArchive(_ reader: MultiEncoderState.Reader) throws -> MultiEncoder {
    var multi = MultiEncoder(name: String(try reader.name))
    multi.verbosity = Int(reader.verbosity)
    for member in try reader.members {
      try multi.take(member.field, member.offset, readArchive(member), "MultiEncoderState")
    }
    return multi
  }

  private static func readArchive(
    _ member: MultiEncoderState.Member.Reader
  ) throws -> any InputEncoder {
    switch try member.which {
    case .adaptiveScalar(let own): try AdaptiveScalarEncoder.readArchive(own)
    case .category(let own): try CategoryEncoder.read(own)
    case .coordinate(let own): try CoordinateEncoder.read(own)
    case .date(let own): try DateEncoder.readArchive(own)
    case .delta(let own): try DeltaEncoder.readArchive(own)
    case .geospatialCoordinate(let own): try GeospatialCoordinateEncoder.readArchive(own)
    case .log(let own): try LogEncoder.readArchive(own)
    case .passThrough(let own): try PassThroughEncoder.read(own)
    case .randomDistributedScalar(let own): try RandomDistributedScalarEncoder.readArchive(own)
    case .scalar(let own): try ScalarEncoder.readArchive(own)
    case .sdrCategory(let own): try SDRCategoryEncoder.read(own)
    case .sparsePassThrough(let own): try SparsePassThroughEncoder.read(own)
    case .unrecognized(let tag):
      throw HTMError.state("MultiEncoderState.members", "the member \(tag) is not known")
    }
  }
}
