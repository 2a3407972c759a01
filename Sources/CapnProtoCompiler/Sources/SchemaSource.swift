/// A place that schema files are read from.
public protocol SchemaSource: Sendable {
  /// The folders where an import that begins with a slash is looked for, first to last.
  var importPaths: [String] { get }

  /// The bytes of a file, nil when there is none.
  func contents(ofFile path: String) -> [UInt8]?
}
