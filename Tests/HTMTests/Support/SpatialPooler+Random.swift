import HTM
import Stowage

extension Random {
  /// A number from a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(getUInt32(UInt32(range.count)))
  }

  mutating func part(_ range: ClosedRange<Float>) -> Float {
    range.lowerBound + Float(getReal64()) * (range.upperBound - range.lowerBound)
  }

  mutating func oneIn(_ count: Int) -> Bool { number(1...count) == 1 }

  /// Parameters of a small pooler of any kind.
  mutating func poolerParameters() -> SpatialPooler.Parameters {
    var parameters = SpatialPooler.Parameters()
    let axes = number(1...3)
    let most = [40, 8, 4][axes - 1]
    parameters.inputDimensions = (0..<axes).map { _ in number(2...most) }
    parameters.columnDimensions = (0..<axes).map { _ in number(2...most) }
    parameters.potentialRadius = number(1...most)
    parameters.potentialPct = part(0.4...1)
    parameters.globalInhibition = oneIn(2)
    if oneIn(2) {
      parameters.numActiveColumnsPerInhArea = 0
      parameters.localAreaDensity = part(0.1...0.4)
    } else {
      parameters.numActiveColumnsPerInhArea = number(1...4)
    }
    parameters.stimulusThreshold = oneIn(3) ? 1 : 0
    parameters.synPermConnected = part(0.1...0.4)
    parameters.synPermActiveInc = part(0.01...0.1)
    parameters.synPermInactiveDec = part(0...0.05)
    parameters.minPctOverlapDutyCycles = part(0...0.5)
    parameters.dutyCyclePeriod = number(1...50)
    parameters.boostStrength = oneIn(2) ? 0 : part(0...5)
    parameters.seed = UInt64(number(1...1_000_000))
    parameters.wrapAround = oneIn(2)
    return parameters
  }

  /// A pooler of any kind; some parameters fit together for none, and others are drawn.
  mutating func pooler() throws -> SpatialPooler {
    while true {
      guard var pooler = try? SpatialPooler(poolerParameters()) else { continue }
      try pooler.setUpdatePeriod(number(2...20))
      return pooler
    }
  }

  /// The inputs that are on, for a pooler.
  mutating func input(of pooler: SpatialPooler) -> [Int] {
    sample(Array(0..<pooler.numInputs), number(0...max(1, pooler.numInputs / 3)))
  }
}

extension SpatialPooler {
  func bytes(packed: Bool = false, segmentWords: Int? = nil) throws -> [UInt8] {
    let message =
      segmentWords.map { MessageBuilder(firstSegmentWords: $0, growth: .fixed) } ?? MessageBuilder()
    try write(message.initRoot(SpatialPoolerProto.self))
    return packed ? [UInt8](try message.packedBytes()) : [UInt8](try message.bytes())
  }

  init(bytes: [UInt8], packed: Bool = false) throws {
    let message = packed ? try Message(packed: bytes) : try Message(bytes)
    self = try .read(message.root(SpatialPoolerProto.self))
  }
}
