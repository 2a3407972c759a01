import CapnProto
import Foundation
import Testing

/// Messages as a `Sequence` and as an `AsyncSequence`.
@Suite struct SequenceTests {
  @Test(arguments: [false, true])
  func fileIsASequenceOfMessages(packed: Bool) throws {
    let bytes = try Parade.bytes(packed: packed).flatMap { $0 }
    let file = try TemporaryFolder().file("messages", bytes)
    let marks = try MessageSequence(reading: file, packed: packed).map {
      try Parade.mark($0.get())
    }
    #expect(marks == Parade.marks)
  }

  @Test(arguments: [false, true])
  func cutOffSequenceEndsWithAnError(packed: Bool) throws {
    let bytes = try Parade.bytes(packed: packed)
    let file = try TemporaryFolder().file("messages", bytes[1] + bytes[2].dropLast(3))
    var sequence = MessageSequence(reading: file, packed: packed)
    #expect(try sequence.next().map { try Parade.mark($0.get()) } == 1)
    expectError(.truncated) { try sequence.next()?.get().byteCount }
    #expect(sequence.next() == nil)
  }

  @Test func emptyFileHasNoMessages() throws {
    let file = try TemporaryFolder().file("empty")
    #expect(Array(MessageSequence(reading: file, packed: true)).isEmpty)
    #expect(Array(MessageSequence(reading: file, packed: false)).isEmpty)
  }

  @Test(arguments: [false, true])
  func pipeIsAnAsyncSequenceOfMessages(packed: Bool) async throws {
    let bytes = try Parade.bytes(packed: packed).flatMap { $0 }
    let pipe = Pipe()
    DispatchQueue.global().async {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    var marks: [Int] = []
    for try await message in AsyncMessageSequence(
      reading: pipe.fileHandleForReading, packed: packed)
    {
      marks.append(try Parade.mark(message))
    }
    #expect(marks == Parade.marks)
  }

  @Test(arguments: [false, true], [1, 10, 100_000])
  func piecesAreAnAsyncSequenceOfMessages(packed: Bool, size: Int) async throws {
    let bytes = try Parade.bytes(packed: packed).flatMap { $0 }
    let pieces = AsyncStream<ArraySlice<UInt8>> { continuation in
      var rest = bytes[...]
      while !rest.isEmpty {
        continuation.yield(rest.prefix(size))
        rest = rest.dropFirst(size)
      }
      continuation.finish()
    }
    var marks: [Int] = []
    for try await message in AsyncMessageSequence(pieces, packed: packed) {
      marks.append(try Parade.mark(message))
    }
    #expect(marks == Parade.marks)
  }

  @Test func cutOffAsyncSequenceThrows() async throws {
    let bytes = try Parade.bytes(packed: true)
    let pieces = AsyncStream<[UInt8]> { continuation in
      continuation.yield(bytes[1])
      continuation.yield([UInt8](bytes[2].dropLast()))
      continuation.finish()
    }
    var iterator = AsyncMessageSequence(pieces, packed: true).makeAsyncIterator()
    #expect(try await iterator.next().map(Parade.mark) == 1)
    do {
      _ = try await iterator.next()
      Issue.record("a message that is cut off was given")
    } catch let error as CapnProtoError {
      #expect(error.code == .truncated)
    }
  }

  @Test func errorOfTheSourceIsPassedOn() async throws {
    struct Broken: Error {}
    let pieces = AsyncThrowingStream<[UInt8], any Error> { $0.finish(throwing: Broken()) }
    var iterator = AsyncMessageSequence(pieces, packed: false).makeAsyncIterator()
    await #expect(throws: Broken.self) { try await iterator.next() }
  }
}
