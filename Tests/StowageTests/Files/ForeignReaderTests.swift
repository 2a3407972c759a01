import Foundation
import Stowage
import Testing

/// What Swift wrote needs no Swift: the `capnp` tool and pycapnp read it with the schemas alone.
struct ForeignReaderTests {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private let reservoir = Reservoir(name: "foreign", sample: [1, 2.5])

  private func schema(_ path: String) throws -> String {
    try String(contentsOf: Self.repository.appending(path: path), encoding: .utf8)
  }

  private func json(_ data: Data) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The header, which says in its first word how long it is.
  private func header(_ file: Data) -> Data {
    let words = file[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    return Data(file.prefix(8 + words * 8))
  }

  /// The bytes behind the header.
  private func payload(_ file: Data) -> Data { Data(file.dropFirst(header(file).count)) }

  @Test func theHeaderIsAMessage() throws {
    let file = try serialize(
      reservoir, options: SaveOptions(metadata: [("author", "me")], embedsSchema: true))
    let header = try json(
      SchemaPeer.json(
        self.header(file), "binary", schema("Schemas/stowage/archive.capnp"), "Header"))
    #expect(header["encoding"] as? String == "packed")
    let metadata = try #require(header["metadata"] as? [[String: String]])
    #expect(metadata == [["key": "author", "value": "me"]])
    #expect(header["payloadBytes"] as? String == "\(payload(file).count)")
  }

  @Test(arguments: [("packed", Format.packed), ("binary", .binary)])
  func objectsAreMessages(_ encoding: String, _ format: Format) throws {
    let file = try serialize(reservoir, format: format)
    let found = try json(
      SchemaPeer.json(
        payload(file), encoding, schema("Tests/Fixtures/schemas/reservoir.capnp"),
        "ReservoirProto"))
    #expect(found["name"] as? String == "foreign")
    #expect(found["sample"] as? [Double] == [1, 2.5])
  }

  @Test func textIsWhatTheToolTakes() throws {
    let file = try serialize(reservoir, format: .text)
    let found = try json(
      SchemaPeer.json(
        file, "text", schema("Tests/Fixtures/schemas/reservoir.capnp"), "ReservoirProto"))
    #expect(found["name"] as? String == "foreign")
  }

  @Test func valuesAreGraphs() throws {
    let file = try serialize(["answer": 42, "parts": [1, "two"]] as Value)
    let graph = try json(
      SchemaPeer.json(payload(file), "packed", schema("Schemas/stowage/value.capnp"), "Graph"))
    let shapes = try #require(graph["shapes"] as? [[String: [String]]])
    #expect(shapes == [["names": ["answer", "parts"]]])
  }

  @Test(
    .enabled(
      if: SchemaPeer.hasPycapnp, "there is no pycapnp here: Scripts/test gets it where it can"))
  func pycapnpReadsWhatIsPacked() throws {
    let text = try schema("Tests/Fixtures/schemas/reservoir.capnp")
    let found = try SchemaPeer.pycapnp(
      payload(serialize(reservoir)), text, "ReservoirProto")
    #expect(String(decoding: found, as: UTF8.self).contains("foreign"))
  }
}
