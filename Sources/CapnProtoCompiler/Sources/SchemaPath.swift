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

  /// The folder that imports from a file cannot leave: the whole disk when it is named from there,
  /// and otherwise the folder that its path begins in.
  static func root(of path: String) -> String {
    if path.hasPrefix("/") { return "/" }
    return path.split(separator: "/").prefix { $0 == ".." }.joined(separator: "/")
  }

  /// Whether a normalized path leads to something in a folder.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    guard path.hasPrefix("/") == folder.hasPrefix("/") else { return false }
    let (parts, outer) = (path.split(separator: "/"), folder.split(separator: "/"))
    let inner = parts.dropFirst(outer.count)
    return parts.starts(with: outer) && inner.first != ".."
  }

  static func joined(_ folder: String, _ path: String) -> String {
    normalized(folder.isEmpty || folder.hasSuffix("/") ? folder + path : folder + "/" + path)
  }
}
