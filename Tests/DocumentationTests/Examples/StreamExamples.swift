import CapnProto
import Foundation
import Testing

@Suite struct StreamExamples {
  @Test func decoder() throws {
    let builder = MessageBuilder()
    try builder.initRoot(Reading.self).time = 7
    let whole = try builder.packedBytes()
    let pieces = [whole.prefix(3), whole.dropFirst(3)]
    var times: [UInt64] = []

    // snippet: stream-decoder
    var decoder = MessageDecoder(packed: true)
    for bytes in pieces {  // as they come
      decoder.append(bytes)
      while let message = try decoder.next() {
        times.append(try message.root(Reading.self).time)
      }
    }
    try decoder.finish()  // throws if the last message is not whole
    // end snippet

    #expect(times == [7])
  }

  @Test func sequence() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "readings-\(UUID())")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forUpdating: file)
    var times: [UInt64] = []

    // snippet: stream-writing
    let builder = MessageBuilder()
    for time in 1...3 {
      builder.reset()
      try builder.initRoot(Reading.self).time = UInt64(time)
      try builder.write(to: handle, packed: true)
    }
    // end snippet

    try handle.seek(toOffset: 0)
    // snippet: stream-reading
    for message in MessageSequence(reading: handle, packed: true) {
      let reading = try message.get().root(Reading.self)
      times.append(reading.time)
    }
    // end snippet

    try handle.seek(toOffset: 0)
    // snippet: stream-reading-async
    for try await message in AsyncMessageSequence(reading: handle, packed: true) {
      let reading = try message.root(Reading.self)
      times.append(reading.time)
    }
    // end snippet

    #expect(times == [1, 2, 3, 1, 2, 3])
  }
}
