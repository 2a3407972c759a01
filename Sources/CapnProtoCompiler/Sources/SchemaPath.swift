/// Arithmetic on paths, by text alone.
enum SchemaPath {
  /// The path without `.`, and without `..` as far as there is something before it.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !path.hasPrefix("/") {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  static func joined(_ folder: String, _ path: String) -> String {
    normalized(folder.isEmpty || folder.hasSuffix("/") ? folder + path : folder + "/" + path)
  }
}
