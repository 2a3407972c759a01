import CapnProtoCompiler
import Foundation

/// Files by their path from a folder, as the tool sees them from there.
struct RootedSource: SchemaSource {
  var root: URL
  let importPaths = ["Schemas", "/usr/local/include", "/usr/include"]

  func contents(ofFile path: String) -> [UInt8]? {
    let whole = path.hasPrefix("/") ? path : root.appending(path: path).path
    return FileSchemaSource().contents(ofFile: whole)
  }
}
