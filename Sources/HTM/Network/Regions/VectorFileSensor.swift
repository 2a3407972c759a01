internal import Foundation
public import Stowage

/// A region that gives the vectors of a file, one after another and over again.
///
/// NuPIC saves the settings and none of the vectors; files of Stowage hold them too.
public struct VectorFileSensor: Region {
  /// How a file holds vectors.
  public enum FileFormat: String, Sendable, Hashable {
    /// The number of elements, and then the elements of one vector after the other.
    case counted

    /// The elements of one vector after the other.
    case plain

    /// One vector to a line, with commas or spaces; other lines are left out.
    case lines
  }

  public static let nodeType = "VectorFileSensor"

  /// The number of elements of each vector.
  public let activeOutputCount: Int

  /// How often each vector is given.
  public private(set) var repeatCount = 1

  /// The file that NuPIC's state names.
  public internal(set) var filename = ""

  /// How NuPIC scales vectors; only `none` is run here.
  public internal(set) var scalingMode = "none"

  /// The vectors.
  public private(set) var vectors: [[Float]] = []

  /// The number of steps since the vectors were set.
  private(set) var steps = 0

  /// Which vector was given last, from 1; 0 before the first one.
  public private(set) var position = 0

  /// Makes a sensor without vectors.
  ///
  /// - Throws: `HTMError` for a number of elements that is not from 0 to 2^24.
  public init(activeOutputCount: Int) throws(HTMError) {
    guard (0...1 << 24).contains(activeOutputCount) else {
      throw .parameter("activeOutputCount", "\(activeOutputCount) is not from 0 to 2^24")
    }
    self.activeOutputCount = activeOutputCount
  }

  /// Sets the vectors, and begins with the first one.
  ///
  /// - Throws: `HTMError` where one has another number of elements.
  public mutating func setVectors(_ vectors: [[Float]]) throws(HTMError) {
    for (index, vector) in vectors.enumerated() where vector.count != activeOutputCount {
      throw .input("vector \(index) has \(vector.count) elements, not \(activeOutputCount)")
    }
    self.vectors = vectors
    (steps, position) = (0, 0)
  }

  /// Takes the vectors of a file.
  ///
  /// - Throws: `HTMError` for a file that holds something else, or an error of the file's.
  public mutating func loadFile(_ path: String, _ format: FileFormat = .lines) throws {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    func numbers(_ text: some StringProtocol) -> [Float] {
      text.split { $0.isWhitespace || $0 == "," }.compactMap { Float($0) }
    }
    if format == .lines {
      let lines = text.split { $0.isNewline }
      try setVectors(lines.map { numbers($0) }.filter { $0.count == activeOutputCount })
      return
    }
    var all = numbers(text)[...]
    if format == .counted, all.popFirst() != Float(activeOutputCount) {
      throw HTMError.input("the vectors of \(path) do not have \(activeOutputCount) elements")
    }
    guard activeOutputCount > 0 else { return try setVectors([]) }
    let starts = stride(
      from: all.startIndex, through: all.endIndex - activeOutputCount, by: activeOutputCount)
    try setVectors(starts.map { Array(all[$0..<$0 + activeOutputCount]) })
  }

  public var specification: RegionSpecification {
    RegionSpecification(
      outputs: [
        .init("dataOut", isDefault: true), .init("categoryOut", count: 1),
        .init("resetOut", count: 1),
      ],
      parameters: [
        .init("repeatCount"), .init("activeOutputCount", .create), .init("vectorCount", .read),
        .init("position", .read), .init("recentFile", .read), .init("scalingMode", .read),
      ])
  }

  public func outputWidth(_ name: String) -> Int? {
    switch name {
    case "dataOut": activeOutputCount
    case "categoryOut", "resetOut": 1
    default: nil
    }
  }

  public mutating func compute(_ data: inout RegionData) throws {
    guard scalingMode == "none" || scalingMode.isEmpty else {
      throw HTMError.parameter("scalingMode", "\(scalingMode) is kept, and cannot be run: use none")
    }
    // NuPIC gives zeros too, with a warning.
    guard !vectors.isEmpty else { return }
    if steps % max(1, repeatCount) == 0 { position = position % vectors.count + 1 }
    steps += 1
    data.outputs["dataOut"] = RegionArray(vectors[position - 1])
  }

  public func parameter(_ name: String) throws -> Value {
    switch name {
    case "repeatCount": .int(Int64(repeatCount))
    case "activeOutputCount": .int(Int64(activeOutputCount))
    case "vectorCount": .int(Int64(vectors.count))
    case "position": .int(Int64(position))
    case "recentFile": .string(filename)
    case "scalingMode": .string(scalingMode)
    default: throw noParameter(name)
    }
  }

  public mutating func setParameter(_ name: String, to value: Value) throws {
    guard name == "repeatCount" else { throw noParameter(name) }
    let count = try value.number(name, as: UInt32.self)
    guard count > 0 else { throw HTMError.parameter(name, "it is at least 1") }
    repeatCount = Int(count)
  }
}

extension VectorFileSensor: Archivable {
  public func write(_ builder: VectorFileSensorProto.Builder) throws {
    builder.repeatCount = UInt32(truncatingIfNeeded: repeatCount)
    builder.activeOutputCount = UInt32(truncatingIfNeeded: activeOutputCount)
    try builder.setFilename(filename)
    try builder.setScalingMode(scalingMode)
  }

  public static func read(_ reader: VectorFileSensorProto.Reader) throws -> VectorFileSensor {
    var sensor = try VectorFileSensor(activeOutputCount: Int(reader.activeOutputCount))
    sensor.repeatCount = Int(reader.repeatCount)
    sensor.filename = String(try reader.filename)
    sensor.scalingMode = String(try reader.scalingMode)
    return sensor
  }

  public func writeArchive(_ builder: VectorFileSensorArchive.Builder) throws {
    try write(builder.initSettings())
    try builder.setElements(vectors.joined().map { $0 })
    builder.vectorCount = UInt64(vectors.count)
    builder.steps = UInt64(steps)
    builder.position = UInt64(position)
  }

  public static func readArchive(
    _ reader: VectorFileSensorArchive.Reader
  ) throws -> VectorFileSensor {
    var sensor = try read(reader.settings)
    let elements = Array(try reader.elements)
    let width = sensor.activeOutputCount
    guard
      elements.count
        == width.multipliedReportingOverflow(
          by: Int(clamping: reader.vectorCount)
        ).partialValue, reader.vectorCount <= 1 << 32
    else {
      throw HTMError.state(
        "VectorFileSensorArchive.elements",
        "\(elements.count) do not make \(reader.vectorCount) vectors of \(width)")
    }
    guard width > 0 || reader.vectorCount == 0 else {
      throw HTMError.state("VectorFileSensorArchive.vectorCount", "vectors without elements")
    }
    let count = Int(reader.vectorCount)
    try sensor.setVectors((0..<count).map { Array(elements[$0 * width..<($0 + 1) * width]) })
    guard reader.position <= reader.vectorCount, let steps = Int(exactly: reader.steps) else {
      throw HTMError.state("VectorFileSensorArchive.position", "there is no such vector")
    }
    (sensor.position, sensor.steps) = (Int(reader.position), steps)
    return sensor
  }
}
