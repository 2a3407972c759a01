import CapnProto
import Foundation
import Testing

/// Messages through a pipe, which cannot be read twice.
@Suite struct PipeTests {
  /// A pipe that another thread fills, in pieces of some size.
  private func pipe(_ bytes: [UInt8], pieces: Int = .max) -> Pipe {
    let pipe = Pipe()
    DispatchQueue.global().async {
      var rest = bytes[...]
      while !rest.isEmpty {
        try? pipe.fileHandleForWriting.write(contentsOf: Data(rest.prefix(pieces)))
        rest = rest.dropFirst(pieces)
      }
      try? pipe.fileHandleForWriting.close()
    }
    return pipe
  }

  @Test(arguments: [false, true])
  func restOfThePipeIsLeftAlone(packed: Bool) throws {
    for (bytes, mark) in zip(try Parade.bytes(packed: packed), Parade.marks) {
      // What follows could be taken for a part of the message in each of these.
      for rest in [[0, 0, 0, 0], [255, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1]] as [[UInt8]] {
        let pipe = pipe(bytes + rest)
        let message = try Message(contentsOf: pipe.fileHandleForReading, packed: packed)
        #expect(try Parade.mark(message) == mark)
        #expect(try pipe.fileHandleForReading.readToEnd().map { [UInt8]($0) } == rest)
      }
    }
  }

  @Test(arguments: [false, true], [1, 3, 8, 1000, .max])
  func messagesFollowEachOther(packed: Bool, pieces: Int) throws {
    let bytes = try Parade.bytes(packed: packed)
    let pipe = pipe(bytes.flatMap { $0 }, pieces: pieces)
    for mark in Parade.marks {
      let message = try Message(contentsOf: pipe.fileHandleForReading, packed: packed)
      #expect(try Parade.mark(message) == mark)
    }
    #expect(try Message(nextFrom: pipe.fileHandleForReading, packed: packed) == nil)
  }

  @Test(arguments: [false, true])
  func cutOffIsToldFromTheEnd(packed: Bool) throws {
    let bytes = try Parade.bytes(packed: packed)[1]
    for count in 1..<bytes.count {
      let pipe = pipe([UInt8](bytes[..<count]))
      expectError(.truncated) {
        try Message(nextFrom: pipe.fileHandleForReading, packed: packed)
      }
    }
    #expect(try Message(nextFrom: pipe([]).fileHandleForReading, packed: packed) == nil)
  }

  @Test func claimsAreHeldAgainstTheLimit() throws {
    let head = ([510] + [UInt32](repeating: 1 << 29 - 1, count: 511)).flatMap(\.littleEndianBytes)
    let unpacked = pipe(head)
    expectError(.messageTooLarge) {
      try Message(contentsOf: unpacked.fileHandleForReading, packed: false)
    }
    let packed = pipe([0xf0, 0xff, 0xff, 0xff, 0x1f])
    expectError(.messageTooLarge) {
      try Message(contentsOf: packed.fileHandleForReading, packed: true)
    }
  }

  @Test(arguments: [false, true])
  func largeMessageGoesThrough(packed: Bool) throws {
    let message = MessageBuilder()
    let numbers = try message.initRoot(Lists.self).initInt64s(count: 200_000)
    for index in numbers.indices { numbers[index] = Int64(index) &* 0x1234_5678_9abc }
    let pipe = pipe(try [UInt8](packed ? message.packedBytes() : message.bytes()))
    let read = try Message(contentsOf: pipe.fileHandleForReading, packed: packed)
    #expect(try read.root(Lists.self).int64s[199_999] == 199_999 * 0x1234_5678_9abc)
    #expect(try Message(nextFrom: pipe.fileHandleForReading, packed: packed) == nil)
  }

  @Test(arguments: [false, true])
  func buildersWriteToPipes(packed: Bool) throws {
    let pipe = Pipe()
    let messages = try Parade.bytes(packed: packed)
    DispatchQueue.global().async {
      for message in (try? Parade.builders) ?? [] {
        try? message.write(to: pipe.fileHandleForWriting, packed: packed)
      }
      try? pipe.fileHandleForWriting.close()
    }
    let got = try pipe.fileHandleForReading.readToEnd() ?? Data()
    #expect([UInt8](got) == messages.flatMap { $0 })
  }
}
