/// Schemas in memory: the text of each file by its path.
extension Dictionary: SchemaSource where Key == String, Value == String {
  public var importPaths: [String] { [""] }

  public func contents(ofFile path: String) -> [UInt8]? {
    self[path].map { Array($0.utf8) }
  }
}
