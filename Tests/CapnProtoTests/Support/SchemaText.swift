import Foundation

/// Schemas that a test writes as text.
enum SchemaText {
  /// The request that the `capnp` tool makes of a schema.
  static func request(_ text: String) throws -> Data {
    let folder = try TemporaryFolder()
    let file = folder.url("test.capnp")
    try Data(text.utf8).write(to: file)
    return try withExtendedLifetime(folder) { try ForeignPeer.compile(file) }
  }
}
