import CapnProto
import Foundation
import Testing

@Suite struct StreamExamples {
  @Test func stream() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "readings-\(UUID())")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forUpdating: file)
    var times: [UInt64] = []

    // snippet: stream
    let message = MessageBuilder()
    for time in 1...3 {
      message.reset()
      try message.initRoot(Reading.self).time = UInt64(time)
      try message.write(to: handle, packed: true)
    }

    try handle.seek(toOffset: 0)
    let stream = MessageStream(handle, packed: true)
    while let message = try stream.next() {  // nil at a clean end; a cut-off message throws
      times.append(try message.root(Reading.self).time)
    }
    // end snippet

    #expect(times == [1, 2, 3])
  }
}
