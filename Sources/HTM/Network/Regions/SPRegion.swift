public import Stowage

/// A spatial pooler as a region.
///
/// It takes `bottomUpIn`, and gives the active columns at `bottomUpOut`.
public struct SPRegion: Region {
  public static let nodeType = "py.SPRegion"

  /// The pooler.
  public var pooler: SpatialPooler

  /// Which of NuPIC's classes goes on from its files: `cpp` or `py`; here they are one.
  public var spatialImp = "cpp"

  /// Whether the pooler learns.
  public var learningMode = true

  /// Whether NuPIC infers; kept for it, and without effect here.
  public var inferenceMode = true

  /// Whether NuPIC gives an anomaly score; kept for it, as it gives none.
  public var anomalyMode = false

  /// Whether NuPIC goes from columns to inputs; kept for it.
  public var topDownMode = false

  /// Makes a region.
  public init(_ pooler: SpatialPooler) { self.pooler = pooler }

  public var specification: RegionSpecification {
    RegionSpecification(
      inputs: [
        .init("bottomUpIn", isRequired: true, isDefault: true), .init("resetIn", count: 1),
        .init("topDownIn"), .init("sequenceIdIn", .uint64, count: 1),
      ],
      outputs: [
        .init("bottomUpOut", isDefault: true), .init("topDownOut"), .init("spatialTopDownOut"),
        .init("temporalTopDownOut"), .init("anomalyScore", count: 1),
      ],
      parameters: Self.switches.map { .init($0.name) } + [
        .init("columnCount", .read), .init("inputWidth", .read), .init("spatialImp"),
      ])
  }

  public func outputWidth(_ name: String) -> Int? {
    switch name {
    case "bottomUpOut": pooler.numColumns
    case "topDownOut", "spatialTopDownOut", "temporalTopDownOut": pooler.numInputs
    case "anomalyScore": 1
    default: nil
    }
  }

  public mutating func initialize(_ layout: RegionLayout) throws {
    if let width = layout.inputWidths["bottomUpIn"], width != pooler.numInputs {
      throw HTMError.parameter(
        "bottomUpIn", "\(width) elements come in, and the pooler has \(pooler.numInputs) inputs")
    }
  }

  public mutating func compute(_ data: inout RegionData) throws {
    let active = try pooler.compute(
      activeInputs: data.input("bottomUpIn").ones, learn: learningMode)
    data.outputs["bottomUpOut"] = RegionArray(ones: active, count: pooler.numColumns)
  }

  private static var switches: [(name: String, path: WritableKeyPath<SPRegion, Bool>)] {
    [
      ("learningMode", \.learningMode), ("inferenceMode", \.inferenceMode),
      ("anomalyMode", \.anomalyMode), ("topDownMode", \.topDownMode),
    ]
  }

  public func parameter(_ name: String) throws -> Value {
    if let path = Self.switches.first(where: { $0.name == name })?.path {
      return .bool(self[keyPath: path])
    }
    switch name {
    case "columnCount": return .int(Int64(pooler.numColumns))
    case "inputWidth": return .int(Int64(pooler.numInputs))
    case "spatialImp": return .string(spatialImp)
    default: throw noParameter(name)
    }
  }

  public mutating func setParameter(_ name: String, to value: Value) throws {
    guard let path = Self.switches.first(where: { $0.name == name })?.path else {
      throw noParameter(name)
    }
    self[keyPath: path] = try value.flag(name)
  }
}

extension SPRegion: Serializable {
  public func write(_ builder: SPRegionProto.Builder) throws {
    try builder.setSpatialImp(spatialImp)
    builder.columnCount = UInt32(truncatingIfNeeded: pooler.numColumns)
    builder.inputWidth = UInt32(truncatingIfNeeded: pooler.numInputs)
    builder.learningMode = learningMode ? 1 : 0
    builder.inferenceMode = inferenceMode ? 1 : 0
    builder.anomalyMode = anomalyMode ? 1 : 0
    builder.topDownMode = topDownMode ? 1 : 0
    try pooler.write(builder.initSpatialPooler())
  }

  public static func read(_ reader: SPRegionProto.Reader) throws -> SPRegion {
    guard reader.hasSpatialPooler else {
      throw HTMError.state("SPRegionProto.spatialPooler", "it is not there")
    }
    var region = SPRegion(try SpatialPooler.read(reader.spatialPooler))
    region.spatialImp = String(try reader.spatialImp)
    for (name, given, own) in [
      ("columnCount", reader.columnCount, region.pooler.numColumns),
      ("inputWidth", reader.inputWidth, region.pooler.numInputs),
    ] where Int(given) != own {
      throw HTMError.state("SPRegionProto.\(name)", "it is \(given), and the pooler's is \(own)")
    }
    region.learningMode = reader.learningMode != 0
    region.inferenceMode = reader.inferenceMode != 0
    region.anomalyMode = reader.anomalyMode != 0
    region.topDownMode = reader.topDownMode != 0
    return region
  }
}

extension Value {
  /// A truth value, which may be given as a number.
  func flag(_ name: String) throws(HTMError) -> Bool {
    switch self {
    case .bool(let flag): flag
    case .int(let number): number != 0
    default: throw .parameter(name, "it is true or false, and not \(self)")
    }
  }

  /// A whole number within a range.
  func number<Integer: FixedWidthInteger>(
    _ name: String, as type: Integer.Type = Integer.self
  ) throws(HTMError) -> Integer {
    guard case .int(let number) = self, let number = Integer(exactly: number) else {
      throw .parameter(
        name, "it is a whole number from \(Integer.min) to \(Integer.max), and not \(self)")
    }
    return number
  }

  /// A number.
  func real(_ name: String) throws(HTMError) -> Double {
    switch self {
    case .double(let number): number
    case .int(let number): Double(number)
    default: throw .parameter(name, "it is a number, and not \(self)")
    }
  }

  /// Text.
  func text(_ name: String) throws(HTMError) -> String {
    guard case .string(let text) = self else {
      throw .parameter(name, "it is text, and not \(self)")
    }
    return text
  }
}
