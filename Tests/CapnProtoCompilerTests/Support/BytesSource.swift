import CapnProtoCompiler

/// One file of any bytes, and the schemas of the system.
struct BytesSource: SchemaSource {
  var bytes: [UInt8]
  let importPaths = ["Schemas", "/usr/include"]

  func contents(ofFile path: String) -> [UInt8]? {
    if path == "a.capnp" { return bytes }
    return RootedSource(root: Repository.root).contents(ofFile: path)
  }
}
