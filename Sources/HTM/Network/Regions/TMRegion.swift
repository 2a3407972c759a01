public import Stowage

/// A temporal memory as a region.
///
/// It takes active columns at `bottomUpIn`, and gives the cells that are active or predicted at
/// `bottomUpOut`. Memories that backtrack are carried: they can be looked at and saved, and cannot
/// run.
public struct TMRegion: Region {
  /// The kinds of memories of NuPIC.
  public enum Memory: Sendable {
    /// `tm_cpp` and `tm_py` of NuPIC.
    case temporal(TemporalMemory)

    /// `py` of NuPIC.
    case backtracking(BacktrackingTM)

    /// `cpp` of NuPIC.
    case backtrackingCPP(BacktrackingTMCPP)
  }

  public static let nodeType = "py.TMRegion"

  /// The memory.
  public var memory: Memory

  /// Which of NuPIC's classes goes on from its files: `tm_cpp`, `tm_py`, `cpp` or `py`.
  public internal(set) var temporalImp: String

  /// Whether the memory learns.
  public var learningMode = true

  /// Whether NuPIC infers; kept for it, and without effect here.
  public var inferenceMode = true

  /// Whether `anomalyScore` is given.
  public var anomalyMode = false

  /// Whether the predicted columns are given at `topDownOut`.
  public var topDownMode = false

  /// Whether `activeCells` and `predictedActiveCells` are given.
  public var computePredictedActiveCellIndices = false

  /// Whether `bottomUpOut` has one element for each column, and not for each cell.
  public var orColumnOutputs = false

  /// What NuPIC kept as the number of columns that come in.
  public internal(set) var inputWidth: Int

  /// Makes a region.
  public init(_ memory: TemporalMemory) {
    self.memory = .temporal(memory)
    temporalImp = "tm_cpp"
    inputWidth = memory.numColumns
  }

  init(_ memory: Memory, temporalImp: String, inputWidth: Int) {
    (self.memory, self.temporalImp, self.inputWidth) = (memory, temporalImp, inputWidth)
  }

  /// The number of columns.
  public var columnCount: Int {
    switch memory {
    case .temporal(let memory): memory.numColumns
    case .backtracking(let memory): Int(memory.state.numberOfCols)
    case .backtrackingCPP(let memory): Int(memory.base.state.numberOfCols)
    }
  }

  /// The number of cells of each column.
  public var cellsPerColumn: Int {
    switch memory {
    case .temporal(let memory): memory.parameters.cellsPerColumn
    case .backtracking(let memory): Int(memory.state.cellsPerColumn)
    case .backtrackingCPP(let memory): Int(memory.base.state.cellsPerColumn)
    }
  }

  /// Whether the memory can run here.
  public var canRun: Bool { if case .temporal = memory { true } else { false } }

  public var specification: RegionSpecification {
    RegionSpecification(
      inputs: [
        .init("bottomUpIn", isRequired: true, isDefault: true), .init("resetIn", count: 1),
        .init("sequenceIdIn", .uint64, count: 1),
      ],
      outputs: [
        .init("bottomUpOut", isDefault: true), .init("topDownOut"), .init("activeCells"),
        .init("predictedActiveCells"), .init("anomalyScore", count: 1), .init("lrnActiveStateT"),
      ],
      parameters: Self.switches.map { .init($0.name) } + [
        .init("columnCount", .read), .init("cellsPerColumn", .read), .init("inputWidth", .read),
        .init("temporalImp", .read),
      ])
  }

  public func outputWidth(_ name: String) -> Int? {
    let cells = columnCount.multipliedReportingOverflow(by: cellsPerColumn).partialValue
    return switch name {
    case "bottomUpOut": orColumnOutputs ? columnCount : cells
    case "activeCells", "predictedActiveCells", "lrnActiveStateT": cells
    case "topDownOut": columnCount
    case "anomalyScore": 1
    default: nil
    }
  }

  public mutating func initialize(_ layout: RegionLayout) throws {
    if let width = layout.inputWidths["bottomUpIn"], width != columnCount {
      throw HTMError.parameter(
        "bottomUpIn", "\(width) elements come in, and the memory has \(columnCount) columns")
    }
  }

  public mutating func reset() {
    memory.update { $0.reset() }
  }

  static var switches: [(name: String, path: WritableKeyPath<TMRegion, Bool>)] {
    [
      ("learningMode", \.learningMode), ("inferenceMode", \.inferenceMode),
      ("anomalyMode", \.anomalyMode), ("topDownMode", \.topDownMode),
      ("computePredictedActiveCellIndices", \.computePredictedActiveCellIndices),
      ("orColumnOutputs", \.orColumnOutputs),
    ]
  }

  public func parameter(_ name: String) throws -> Value {
    if let path = Self.switches.first(where: { $0.name == name })?.path {
      return .bool(self[keyPath: path])
    }
    switch name {
    case "columnCount": return .int(Int64(columnCount))
    case "cellsPerColumn": return .int(Int64(cellsPerColumn))
    case "inputWidth": return .int(Int64(inputWidth))
    case "temporalImp": return .string(temporalImp)
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
