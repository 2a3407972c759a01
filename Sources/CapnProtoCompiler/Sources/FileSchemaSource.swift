internal import Foundation

/// Schemas on disk.
public struct FileSchemaSource: SchemaSource {
  /// What larger files are refused for: no schema is so large, and an import could name any file.
  static let maximumBytes: Int64 = 64 << 20

  /// The folders where Cap'n Proto's own schemas, such as `/capnp/c++.capnp`, are installed.
  public static let standardPaths = ["/usr/local/include", "/usr/include", "/opt/homebrew/include"]

  /// Only the schemas in the standard folders, for text that comes from elsewhere and shall not
  /// reach other files.
  public static let standard = FileSchemaSource(confinedTo: standardPaths)

  public let importPaths: [String]
  private let isConfined: Bool

  /// Reads from disk.
  ///
  /// Imports that begin with a slash are looked for along the given folders first, and then along
  /// the standard ones. Other paths begin at the working directory.
  public init(importPaths: [String] = [], includingStandardPaths: Bool = true) {
    self.importPaths = importPaths + (includingStandardPaths ? Self.standardPaths : [])
    isConfined = false
  }

  private init(confinedTo folders: [String]) {
    importPaths = folders
    isConfined = true
  }

  public func contents(ofFile path: String) -> [UInt8]? {
    if isConfined {
      let path = SchemaPath.normalized(path)
      guard importPaths.contains(where: { SchemaPath.isInside(path, $0) }) else { return nil }
    }
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
