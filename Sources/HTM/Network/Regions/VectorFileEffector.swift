internal import Foundation
public import Stowage

/// A region that appends what comes in to a file, one line to a step.
///
/// NuPIC saves nothing of it.
public struct VectorFileEffector: Region {
  public static let nodeType = "VectorFileEffector"

  /// The file that is written, or empty for none.
  ///
  /// After loading, nothing is written until the file is set again: whoever made a file of a network
  /// is not to say which files of yours change.
  public private(set) var outputFile = ""

  private var isOpen = false

  /// Makes an effector without a file.
  public init() {}

  public var specification: RegionSpecification {
    RegionSpecification(
      inputs: [.init("dataIn", isDefault: true)], parameters: [.init("outputFile")])
  }

  public func outputWidth(_ name: String) -> Int? { nil }

  public mutating func compute(_ data: inout RegionData) throws {
    guard isOpen, let input = data.inputs["dataIn"] else { return }
    var line = ""
    for number in input.numbers { line += String(format: "%g ", number) }
    let file = try FileHandle(forWritingTo: URL(filePath: outputFile))
    defer { try? file.close() }
    try file.seekToEnd()
    try file.write(contentsOf: Data((line + "\n").utf8))
  }

  public func parameter(_ name: String) throws -> Value {
    guard name == "outputFile" else { throw noParameter(name) }
    return .string(outputFile)
  }

  /// Sets the file, which is emptied, or made where there is none.
  ///
  /// - Throws: `HTMError` for another parameter, or an error of the file's.
  public mutating func setParameter(_ name: String, to value: Value) throws {
    guard name == "outputFile" else { throw noParameter(name) }
    let path = try value.text(name)
    if !path.isEmpty { try Data().write(to: URL(filePath: path)) }
    outputFile = path
    isOpen = !path.isEmpty
  }
}

extension VectorFileEffector: Archivable {
  public func write(_ builder: PyRegionProto.Builder) throws {}

  public static func read(_ reader: PyRegionProto.Reader) throws -> VectorFileEffector {
    VectorFileEffector()
  }

  public func writeArchive(_ builder: VectorFileEffectorArchive.Builder) throws {
    try builder.setOutputFile(outputFile)
  }

  public static func readArchive(
    _ reader: VectorFileEffectorArchive.Reader
  ) throws -> VectorFileEffector {
    var effector = VectorFileEffector()
    effector.outputFile = String(try reader.outputFile)
    return effector
  }
}
