internal import Foundation

/// Schemas on disk.
public struct FileSchemaSource: SchemaSource {
  /// What larger files are refused for: no schema is so large, and an import could name any file.
  static let maximumBytes: Int64 = 64 << 20

  public let importPaths: [String]

  /// Reads from disk; imports that begin with a slash are looked for along the given folders first,
  /// and then in those of the system.
  public init(importPaths: [String] = [], includingStandardPaths: Bool = true) {
    self.importPaths =
      importPaths + (includingStandardPaths ? ["/usr/local/include", "/usr/include"] : [])
  }

  public func contents(ofFile path: String) -> [UInt8]? {
    // A pipe or a device could block for ever, or never end.
    let url = URL(filePath: path).resolvingSymlinksInPath()
    guard
      let facts = try? FileManager.default.attributesOfItem(atPath: url.path),
      facts[.type] as? FileAttributeType == .typeRegular,
      let size = facts[.size] as? NSNumber, size.int64Value <= Self.maximumBytes,
      let data = FileManager.default.contents(atPath: url.path)
    else { return nil }
    return [UInt8](data)
  }
}
