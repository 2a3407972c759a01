public import Stowage

extension PassThroughEncoder: Serializable {
  public func write(_ builder: PassThroughEncoderProto.Builder) throws {
    builder.n = UInt32(n)
    builder.w = UInt32(w ?? 0)
    builder.verbosity = EncoderChecks.byte(verbosity)
    try builder.setName(name)
    builder.forced = forced
  }

  public static func read(_ reader: PassThroughEncoderProto.Reader) throws -> PassThroughEncoder {
    let name = String(try reader.name)
    do throws(HTMError) {
      return try PassThroughEncoder(
        n: Int(reader.n), w: reader.w == 0 ? nil : Int(reader.w), name: name,
        forced: reader.forced, verbosity: Int(reader.verbosity))
    } catch { throw error.read(from: "PassThroughEncoderProto") }
  }
}

extension SparsePassThroughEncoder: Serializable {
  // On its own NuPIC saves it in the struct of the other one; this is that of one among several,
  // which is laid out in the same way.
  public func write(_ builder: SparsePassThroughEncoderProto.Builder) throws {
    builder.n = UInt32(n)
    builder.w = UInt32(w ?? 0)
    builder.verbosity = EncoderChecks.byte(verbosity)
    try builder.setName(name)
    builder.forced = forced
  }

  public static func read(
    _ reader: SparsePassThroughEncoderProto.Reader
  ) throws -> SparsePassThroughEncoder {
    let name = String(try reader.name)
    do throws(HTMError) {
      return try SparsePassThroughEncoder(
        n: Int(reader.n), w: reader.w == 0 ? nil : Int(reader.w), name: name,
        forced: reader.forced, verbosity: Int(reader.verbosity))
    } catch { throw error.read(from: "SparsePassThroughEncoderProto") }
  }
}
