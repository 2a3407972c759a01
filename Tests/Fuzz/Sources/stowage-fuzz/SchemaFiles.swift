import CapnProtoCompiler
import Foundation

/// The files that an input holds, between zero bytes, as each other's imports.
struct SchemaFiles: SchemaSource {
  static let first = "0.capnp"

  let importPaths = [""]
  private let files: [String: [UInt8]]

  init(_ input: Data) {
    // More than a few would only be a slow way to the same places.
    let parts = input.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
    files = Dictionary(
      parts.enumerated().map { ("\($0).capnp", [UInt8]($1)) }, uniquingKeysWith: { $1 })
  }

  func contents(ofFile path: String) -> [UInt8]? { files[path] }
}
