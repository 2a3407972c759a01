import CapnProto
import Foundation
import Testing

/// Packed given as unpacked, and the other way round: the most common mistake with such files.
@Suite struct WrongEncodingTests {
  private let both = ReaderOptions(acceptsOtherEncoding: true)

  @Test func packedAsUnpackedIsNamed() throws {
    for bytes in try Parade.bytes(packed: true) {
      let error = expectError(.wrongEncoding) { try Message(bytes) }
      #expect(error?.message.contains("looks packed") == true)
      expectError(.wrongEncoding) { try Message(Data(bytes)) }
    }
  }

  @Test func unpackedAsPackedIsNamed() throws {
    for bytes in try Parade.bytes(packed: false) {
      let error = expectError(.wrongEncoding) { try Message(packed: bytes) }
      #expect(error?.message.contains("not packed") == true)
      expectError(.wrongEncoding) { try Message(packed: Data(bytes)) }
    }
  }

  @Test func bothAreReadWhereThatIsAllowed() throws {
    for (bytes, mark) in zip(try Parade.bytes(packed: true), Parade.marks) {
      #expect(try Parade.mark(Message(bytes, options: both)) == mark)
      #expect(try Parade.mark(Message(packed: bytes, options: both)) == mark)
    }
    for (bytes, mark) in zip(try Parade.bytes(packed: false), Parade.marks) {
      #expect(try Parade.mark(Message(packed: bytes, options: both)) == mark)
      #expect(try Parade.mark(Message(bytes, options: both)) == mark)
    }
  }

  @Test func noiseIsNeitherOfThem() throws {
    let noise = (0..<999).map { UInt8(truncatingIfNeeded: $0 * $0 * 31 + 7) }
    for options in [ReaderOptions(), both] {
      #expect(throws: CapnProtoError.self) { try Message(noise, options: options) }
      #expect(throws: CapnProtoError.self) { try Message(packed: noise, options: options) }
    }
    #expect(throws: CapnProtoError.self) { try Message(Array("{\"not\": \"capnp\"}".utf8)) }
  }

  @Test func mapped() throws {
    let folder = try TemporaryFolder()
    let file = folder.url("packed")
    let message = try Parade.builders[2]
    try message.packedBytes().write(to: file)
    expectError(.wrongEncoding) { try Message(mapping: file) }
    #expect(try Parade.mark(Message(mapping: file, options: both)) == 2)
  }
}
