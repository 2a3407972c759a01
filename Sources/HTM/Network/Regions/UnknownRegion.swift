public import Stowage

/// A region of a type that is not known: it is carried as it is, and cannot run.
///
/// It is written into NuPIC's files as it was read.
public struct UnknownRegion: Region {
  public static let nodeType = ""

  /// The name of its type in NuPIC's files.
  public private(set) var nodeType = ""

  /// What NuPIC wrote of it, as the root of a message; nil where it wrote nothing.
  public private(set) var state: Message?

  public var specification: RegionSpecification { RegionSpecification() }

  init() {}

  public func outputWidth(_ name: String) -> Int? { nil }

  public mutating func compute(_ data: inout RegionData) throws {
    throw HTMError(
      .invalidState, "nodeType",
      "a region of the type \(nodeType) is carried, and cannot run: register a type for it with "
        + "RegionTypes, or disable its phase")
  }

  public static func read(_ reader: RegionProto.Reader) throws -> UnknownRegion {
    var region = UnknownRegion()
    region.nodeType = String(try reader.nodeType)
    if reader.hasRegionImpl {
      let builder = MessageBuilder()
      try builder.setRoot(reader.regionImpl)
      region.state = try Message(builder.bytes())
    }
    return region
  }

  public func write(_ builder: RegionProto.Builder) throws {
    try builder.setNodeType(nodeType)
    try writeState(builder.regionImpl)
  }

  func writeState(_ pointer: PointerBuilder) throws {
    if let state { try pointer.set(state.root) }
  }
}
