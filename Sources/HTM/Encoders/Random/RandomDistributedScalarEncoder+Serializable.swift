public import Stowage

extension RandomDistributedScalarEncoder: Archivable {
  /// Writes what NuPIC does: with resolution and offset in single precision.
  ///
  /// - Throws: `HTMError` when they vanish in it.
  public func write(_ builder: RandomDistributedScalarEncoderProto.Builder) throws {
    let path = "RandomDistributedScalarEncoderProto"
    builder.resolution = Float(resolution)
    guard builder.resolution > 0, builder.resolution.isFinite else {
      throw HTMError.state("\(path).resolution", "\(resolution) is none in single precision")
    }
    builder.w = UInt32(w)
    builder.n = UInt32(n)
    try builder.setName(name)
    if let offset {
      builder.offset.value = Float(offset)
      guard builder.offset.value.isFinite else {
        throw HTMError.state("\(path).offset", "\(offset) is too large for single precision")
      }
    } else {
      builder.offset.setNone()
    }
    try random.write(builder.initRandom())
    builder.verbosity = EncoderChecks.byte(verbosity)
    builder.minIndex = UInt32(minIndex)
    builder.maxIndex = UInt32(maxIndex)
    let map = try builder.initBucketMap(count: bucketCount)
    for (place, bucket) in (minIndex...maxIndex).enumerated() {
      map[place].key = UInt32(bucket)
      try map[place].setValue(bits[range(bucket)])
    }
    builder.maxOverlap = UInt32(maxOverlap)
    builder.numTries = UInt32(clamping: numTries)
  }

  public static func read(
    _ reader: RandomDistributedScalarEncoderProto.Reader
  ) throws -> RandomDistributedScalarEncoder {
    let path = "RandomDistributedScalarEncoderProto"
    let offset: Double?
    switch reader.offset.which {
    case .value(let value): offset = Double(value)
    case .none: offset = nil
    case .unrecognized(let tag):
      throw HTMError.state("\(path).offset", "the member \(tag) of the union is not known")
    }
    var buckets: [Int: [UInt32]] = [:]
    for mapping in try reader.bucketMap {
      let bucket = Int(mapping.key)
      guard bucket < maxBuckets, buckets[bucket] == nil else {
        throw HTMError.state(
          "\(path).bucketMap", "\(bucket) is there twice, or not below \(maxBuckets)")
      }
      buckets[bucket] = Array(try mapping.value)
    }
    let random = try reader.random
    return try RandomDistributedScalarEncoder(
      State(
        resolution: Double(reader.resolution), w: Int(reader.w), n: Int(reader.n),
        name: String(reader.name), offset: offset, random: Random.read(random),
        verbosity: Int(reader.verbosity), minIndex: Int(reader.minIndex),
        maxIndex: Int(reader.maxIndex), buckets: buckets, maxOverlap: Int(reader.maxOverlap),
        numTries: Int(reader.numTries)), path)
  }

  public func writeArchive(_ builder: RandomDistributedScalarEncoderState.Builder) throws {
    builder.resolution = resolution
    builder.w = UInt32(w)
    builder.n = UInt32(n)
    try builder.setName(name)
    if let offset { builder.offset.value = offset } else { builder.offset.setNone() }
    try random.write(builder.initRandom())
    builder.verbosity = EncoderChecks.byte(verbosity)
    builder.minIndex = UInt32(minIndex)
    try builder.setBits(bits)
    builder.maxOverlap = UInt32(maxOverlap)
    builder.numTries = UInt64(numTries)
  }

  public static func readArchive(
    _ reader: RandomDistributedScalarEncoderState.Reader
  ) throws -> RandomDistributedScalarEncoder {
    let path = "RandomDistributedScalarEncoderState"
    let offset: Double?
    switch reader.offset.which {
    case .none: offset = nil
    case .value(let value): offset = value
    case .unrecognized(let tag):
      throw HTMError.state("\(path).offset", "the member \(tag) of the union is not known")
    }
    let w = Int(reader.w)
    let bits = Array(try reader.bits)
    guard w > 0, !bits.isEmpty, bits.count % w == 0, bits.count / w <= maxBuckets else {
      throw HTMError.state("\(path).bits", "there are \(bits.count), and \(w) for each bucket")
    }
    let first = Int(reader.minIndex)
    var buckets: [Int: [UInt32]] = [:]
    for place in 0..<bits.count / w {
      buckets[first + place] = Array(bits[place * w..<(place + 1) * w])
    }
    return try RandomDistributedScalarEncoder(
      State(
        resolution: reader.resolution, w: w, n: Int(reader.n), name: String(reader.name),
        offset: offset, random: Random.read(reader.random), verbosity: Int(reader.verbosity),
        minIndex: first, maxIndex: first + bits.count / w - 1, buckets: buckets,
        maxOverlap: Int(reader.maxOverlap), numTries: Int(clamping: reader.numTries)), path)
  }
}

extension RandomDistributedScalarEncoder {
  /// What files say of an encoder.
  struct State {
    let resolution: Double
    let w: Int
    let n: Int
    let name: String
    let offset: Double?
    let random: Random
    let verbosity: Int
    let minIndex: Int
    let maxIndex: Int
    let buckets: [Int: [UInt32]]
    let maxOverlap: Int
    let numTries: Int
  }

  /// Takes up a state, and checks that its parts agree.
  init(_ state: State, _ path: String) throws(HTMError) {
    do throws(HTMError) {
      try Self.check(state.resolution, state.w, state.n, state.offset)
    } catch { throw error.read(from: path) }
    guard state.minIndex <= state.maxIndex, state.maxIndex < Self.maxBuckets,
      state.buckets.count == state.maxIndex - state.minIndex + 1
    else {
      throw .state(
        "\(path).minIndex",
        "\(state.buckets.count) buckets are not those from \(state.minIndex) to \(state.maxIndex)")
    }
    guard state.maxOverlap <= state.w, state.numTries <= Int(Int64.max / 2) else {
      throw .state("\(path).maxOverlap", "\(state.maxOverlap) is above w, which is \(state.w)")
    }
    var bits: [UInt32] = []
    bits.reserveCapacity(state.buckets.count * state.w)
    for bucket in state.minIndex...state.maxIndex {
      guard let own = state.buckets[bucket], own.count == state.w, Set(own).count == state.w,
        own.allSatisfy({ Int($0) < state.n })
      else {
        throw .state(
          "\(path).bucketMap", "bucket \(bucket) does not have \(state.w) different bits below n")
      }
      bits += own
    }
    (name, verbosity) = (state.name, state.verbosity)
    (w, n, resolution, offset) = (state.w, state.n, state.resolution, state.offset)
    (maxOverlap, numTries, minIndex) = (state.maxOverlap, state.numTries, state.minIndex)
    (random, self.bits) = (state.random, bits)
  }
}
