public import Stowage

extension AdaptiveScalarEncoder: Archivable {
  /// Writes what NuPIC does: all numbers in single precision, and not whether it learns.
  ///
  /// - Throws: `HTMError` when there is no range yet, which NuPIC's files cannot say, or when it
  ///   vanishes in single precision.
  public func write(_ builder: AdaptiveScalarEncoderProto.Builder) throws {
    let path = "AdaptiveScalarEncoderProto"
    guard let limits else {
      throw HTMError.state("\(path).minval", "NuPIC cannot save it before it has a range")
    }
    let single = try EncoderChecks.single(limits.minval, limits.maxval, path)
    builder.w = UInt32(w)
    builder.n = UInt32(n)
    builder.minval = single.minval
    builder.maxval = single.maxval
    builder.clipInput = clipInput
    builder.verbosity = EncoderChecks.byte(verbosity)
    try builder.setName(name)
    builder.recordNum = UInt32(clamping: recordNum)
    let average = try builder.initSlidingWindow()
    average.windowSize = UInt32(clamping: window.size)
    try average.setSlidingWindow(window.values.map { Float($0) })
    average.total = Float(window.total)
  }

  public static func read(
    _ reader: AdaptiveScalarEncoderProto.Reader
  ) throws -> AdaptiveScalarEncoder {
    let path = "AdaptiveScalarEncoderProto"
    let average = try reader.slidingWindow
    guard !reader.periodic else {
      throw HTMError.state("\(path).periodic", "an adaptive encoder cannot be periodic")
    }
    guard reader.minval < reader.maxval else {
      throw HTMError.state(
        "\(path).minval", "\(reader.minval) is not a number below maxval, which is \(reader.maxval)"
      )
    }
    return try AdaptiveScalarEncoder(
      State(
        w: Int(reader.w), n: Int(reader.n),
        minval: Double(reader.minval), maxval: Double(reader.maxval),
        clipInput: reader.clipInput, recordNum: UInt64(reader.recordNum),
        window: average.slidingWindow.map { Double($0) }, total: Double(average.total),
        size: UInt64(average.windowSize), learningEnabled: true, name: String(reader.name),
        verbosity: Int(reader.verbosity)), path)
  }

  public func writeArchive(_ builder: AdaptiveScalarEncoderState.Builder) throws {
    builder.w = UInt32(w)
    builder.n = UInt32(n)
    if let minval {
      builder.hasLimits = true
      builder.minval = minval
      builder.maxval = maxval ?? .infinity
    }
    builder.clipInput = clipInput
    builder.learningEnabled = learningEnabled
    builder.verbosity = EncoderChecks.byte(verbosity)
    try builder.setName(name)
    builder.recordNum = UInt64(recordNum)
    builder.windowSize = UInt64(window.size)
    try builder.setWindow(window.values)
    builder.windowTotal = window.total
  }

  public static func readArchive(
    _ reader: AdaptiveScalarEncoderState.Reader
  ) throws -> AdaptiveScalarEncoder {
    try AdaptiveScalarEncoder(
      State(
        w: Int(reader.w), n: Int(reader.n),
        minval: reader.hasLimits ? reader.minval : nil,
        maxval: reader.hasLimits && reader.maxval != .infinity ? reader.maxval : nil,
        clipInput: reader.clipInput, recordNum: reader.recordNum, window: Array(reader.window),
        total: reader.windowTotal, size: reader.windowSize,
        learningEnabled: reader.learningEnabled, name: String(reader.name),
        verbosity: Int(reader.verbosity)), "AdaptiveScalarEncoderState")
  }

  /// What files say of an encoder.
  struct State {
    let w: Int
    let n: Int
    let minval: Double?
    let maxval: Double?
    let clipInput: Bool
    let recordNum: UInt64
    let window: [Double]
    let total: Double
    let size: UInt64
    let learningEnabled: Bool
    let name: String
    let verbosity: Int
  }

  /// Takes up a state, and checks that its parts agree.
  init(_ state: State, _ path: String) throws(HTMError) {
    do throws(HTMError) {
      try EncoderChecks.oddWidth(state.w)
      try EncoderChecks.bits(state.n, above: state.w, "there are \(state.w) ones")
      if let least = state.minval, let most = state.maxval, least != most {
        try EncoderChecks.limits(least, most)
      }
    } catch { throw error.read(from: path) }
    guard state.size > 0, state.size <= 1 << 31, state.window.count <= state.size,
      state.window.allSatisfy(\.isFinite), state.total.isFinite
    else {
      throw .state(
        "\(path).slidingWindow",
        "\(state.window.count) numbers are not at most windowSize, which is \(state.size) and "
          + "above 0, or one of them is none")
    }
    guard state.minval?.isFinite ?? true else {
      throw .state("\(path).minval", "it is no number")
    }
    (w, n, clipInput) = (state.w, state.n, state.clipInput)
    (minval, maxval) = (state.minval, state.maxval)
    (name, verbosity) = (state.name, state.verbosity)
    learningEnabled = state.learningEnabled
    recordNum = Int(clamping: min(state.recordNum, 1 << 62))
    window = Window(values: state.window, total: state.total, size: Int(state.size))
    guard limits == nil || scalar != nil else {
      throw .state("\(path).maxval", "the range is too small or too large for these bits")
    }
  }
}
