import CapnProto
import Foundation
import Testing

/// Messages in files: one after another, read exactly, and mapped.
@Suite struct FileTests {
  @Test(arguments: [false, true])
  func messagesFollowEachOther(packed: Bool) throws {
    let file = try TemporaryFolder().file("messages")
    for message in try Parade.builders { try message.write(to: file, packed: packed) }
    let written = try file.offset()
    #expect(written == UInt64(try Parade.bytes(packed: packed).joined().count))
    try file.seek(toOffset: 0)
    for mark in Parade.marks {
      #expect(try Parade.mark(Message(contentsOf: file, packed: packed)) == mark)
    }
    #expect(try Message(nextFrom: file, packed: packed) == nil)
    #expect(try Message(nextFrom: file, packed: packed) == nil)
    expectError(.truncated) { try Message(contentsOf: file, packed: packed) }
  }

  @Test(arguments: [false, true])
  func whatIsWrittenIsWhatTheBytesAre(packed: Bool) throws {
    for (message, bytes) in zip(try Parade.builders, try Parade.bytes(packed: packed)) {
      let file = try TemporaryFolder().file("message")
      try message.write(toDescriptor: file.fileDescriptor, packed: packed)
      try file.seek(toOffset: 0)
      #expect(try [UInt8](file.readToEnd() ?? Data()) == bytes)
    }
  }

  @Test(arguments: [false, true])
  func readingStopsBehindTheMessage(packed: Bool) throws {
    for (bytes, mark) in zip(try Parade.bytes(packed: packed), Parade.marks) {
      let file = try TemporaryFolder().file("message", [9, 9, 9] + bytes + [7, 0, 0, 255])
      try file.seek(toOffset: 3)
      #expect(try Parade.mark(Message(contentsOf: file, packed: packed)) == mark)
      #expect(try file.offset() == UInt64(3 + bytes.count))
      #expect(try file.readToEnd().map { [UInt8]($0) } == [7, 0, 0, 255])
    }
  }

  @Test(arguments: [false, true])
  func cutOffIsToldFromTheEnd(packed: Bool) throws {
    let bytes = try Parade.bytes(packed: packed)[1]
    for count in 1..<bytes.count {
      let file = try TemporaryFolder().file("message", bytes + bytes[..<count])
      #expect(try Parade.mark(Message(contentsOf: file, packed: packed)) == 1)
      expectError(.truncated) { try Message(nextFrom: file, packed: packed) }
    }
  }

  @Test func claimsAreHeldAgainstTheFile() throws {
    let head = ([510] + [UInt32](repeating: 1 << 29 - 1, count: 511)).flatMap(\.littleEndianBytes)
    let file = try TemporaryFolder().file("claim", head + [1, 2, 3])
    let error = expectError(.truncated) { try Message(contentsOf: file, packed: false) }
    #expect(error?.message.contains("there are \(head.count + 3)") == true)
    let packed = try TemporaryFolder().file("claim", [0xf0, 0xff, 0xff, 0xff, 0x07])
    expectError(.truncated) { try Message(contentsOf: packed, packed: true) }
  }

  @Test func limitOfTheFileGrowsWithIt() throws {
    let message = MessageBuilder()
    try message.initRoot(Lists.self).initInt64s(count: 2 << 20)
    let file = try TemporaryFolder().file("large")
    try message.write(to: file, packed: false)
    try file.seek(toOffset: 0)
    let read = try Message(contentsOf: file, packed: false).root(Lists.self)
    for _ in 0..<8 { #expect(try read.int64s.count == 2 << 20) }
    // What a file is known to hold is no mere claim.
    try file.seek(toOffset: 0)
    let options = ReaderOptions(maximumMessageBytes: 100)
    #expect(try Message(contentsOf: file, packed: false, options: options).byteCount > 16 << 20)
  }

  @Test func mappedFileIsReadInPlace() throws {
    let folder = try TemporaryFolder()
    for (bytes, mark) in zip(try Parade.bytes(packed: false), Parade.marks) {
      try Data(bytes).write(to: folder.url("message"))
      let message = try Message(mapping: folder.url("message"))
      try FileManager.default.removeItem(at: folder.url("message"))
      #expect(try Parade.mark(message) == mark)
    }
  }

  @Test func filesThatCannotBeMapped() throws {
    let folder = try TemporaryFolder()
    let missing = expectError(.io) { try Message(mapping: folder.url("missing")) }
    #expect(missing?.message.contains("missing") == true)
    expectError(.io) { try Message(mapping: folder.url("")) }
    _ = try folder.file("empty")
    expectError(.truncated) { try Message(mapping: folder.url("empty")) }
    _ = try folder.file("cut", [0, 0, 0, 0, 9, 0, 0, 0])
    expectError(.truncated) { try Message(mapping: folder.url("cut")) }
  }

  @Test func filesThatCannotBeReadOrWritten() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("message", Parade.bytes(packed: false)[1])
    let forReading = try FileHandle(forReadingFrom: folder.url("message"))
    expectError(.io) { try Parade.builders[1].write(to: forReading, packed: false) }
    expectError(.io) { try Parade.builders[1].write(to: forReading, packed: true) }
    let forWriting = try FileHandle(forWritingTo: folder.url("message"))
    expectError(.io) { try Message(contentsOf: forWriting, packed: false) }
    expectError(.io) { try Message(contentsOf: forWriting, packed: true) }
    expectError(.io) { try Message(nextFromDescriptor: -1, packed: false) }
    expectError(.io) { try Parade.builders[1].write(toDescriptor: -1, packed: true) }
  }
}
