import Foundation
import Testing

/// Whether the peers can be driven at all, and would tell us of a failure.
@Suite struct ForeignPeerTests {
  private let schema = ForeignPeer.repository.appending(path: "Tests/Interop/selftest.capnp")

  @Test func toolConvertsBothWays() throws {
    let text = Data("(text = \"here and back\")".utf8)
    let packed = try ForeignPeer.convert(text, "text:packed", schema: schema, type: "Everything")
    let back = try ForeignPeer.convert(packed, "packed:text", schema: schema, type: "Everything")
    #expect(String(decoding: back, as: UTF8.self).contains("text = \"here and back\""))
  }

  @Test func toolReportsDamage() {
    #expect(throws: ForeignPeer.Failure.self) {
      try ForeignPeer.convert(Data([1, 2, 3]), "binary:packed")
    }
  }

  @Test(.enabled(if: ForeignPeer.hasPycapnp, "Tests/Interop/setup could not get pycapnp"))
  func pycapnpReadsWhatTheToolWrote() throws {
    let text = Data("(text = \"from the tool\")".utf8)
    let binary = try ForeignPeer.convert(text, "text:binary", schema: schema, type: "Everything")
    let file = FileManager.default.temporaryDirectory.appending(path: "peer-\(UUID())")
    try binary.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let json = try ForeignPeer.run(
      "read_message.py", schema: schema, type: "Everything", file.path)
    #expect(json.contains("\"text\": \"from the tool\""))
  }

  @Test(.enabled(if: ForeignPeer.hasPycapnp, "Tests/Interop/setup could not get pycapnp"))
  func scriptReportsFailure() {
    #expect(throws: ForeignPeer.Failure.self) {
      try ForeignPeer.run("read_message.py", schema: schema, type: "NoSuchType", "/dev/null")
    }
  }
}
