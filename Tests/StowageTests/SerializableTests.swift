import CapnProto
import Foundation
import Stowage
import Testing

@Suite struct SerializableTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A model that has lived: a full sample and a generator in the middle of its sequence.
  private func reservoir(_ name: String = "r", capacity: Int = 20, seen: Int = 500) -> Reservoir {
    var reservoir = Reservoir(name: name, capacity: capacity, seed: UInt64(seen))
    for index in 0..<seen { reservoir.insert(Double(index) / 3) }
    return reservoir
  }

  @Test(arguments: [true, false])
  func fileHandle(packed: Bool) throws {
    let original = reservoir()
    let handle = try folder.handle()
    try original.writeToFile(handle, packed: packed)
    try handle.seek(toOffset: 0)
    #expect(try Reservoir.readFromFile(handle, packed: packed) == original)
  }

  @Test func packedByDefault() throws {
    let original = reservoir()
    let handle = try folder.handle()
    try original.writeToFile(handle)
    try handle.seek(toOffset: 0)
    let message = MessageBuilder()
    try original.write(message.initRoot(ReservoirProto.self))
    #expect(try handle.readToEnd() == message.packedBytes())
  }

  @Test(arguments: [true, false])
  func severalObjectsInOneFileComeBackInOrder(packed: Bool) throws {
    // Longer than what anyone would read at once, and shorter; of one type, and of another.
    let first = reservoir("first", capacity: 20_000, seen: 30_000)
    let second = reservoir("", capacity: 0, seen: 0)
    let third = Ensemble(members: [reservoir("a"), reservoir("b", capacity: 3)])
    let handle = try folder.handle()
    try first.writeToFile(handle, packed: packed)
    try second.writeToFile(handle, packed: packed)
    try third.writeToFile(handle, packed: packed)
    try handle.seek(toOffset: 0)
    #expect(try Reservoir.readFromFile(handle, packed: packed) == first)
    #expect(try Reservoir.readFromFile(handle, packed: packed) == second)
    #expect(try Ensemble.readFromFile(handle, packed: packed) == third)
    #expect(throws: CapnProtoError.self) { try Reservoir.readFromFile(handle, packed: packed) }
  }

  @Test(arguments: [true, false])
  func readingLeavesTheHandleBehindItsMessage(packed: Bool) throws {
    let handle = try folder.handle()
    try reservoir().writeToFile(handle, packed: packed)
    let end = try handle.offset()
    try handle.write(contentsOf: Data("what follows is somebody else's".utf8))
    try handle.seek(toOffset: 0)
    _ = try Reservoir.readFromFile(handle, packed: packed)
    #expect(try handle.offset() == end)
  }

  @Test(arguments: [true, false])
  func severalObjectsThroughAPipe(packed: Bool) throws {
    let pipe = Pipe()
    let originals = [reservoir("one"), reservoir("two", capacity: 1)]
    for original in originals {
      try original.writeToFile(pipe.fileHandleForWriting, packed: packed)
    }
    for original in originals {
      let read = try Reservoir.readFromFile(pipe.fileHandleForReading, packed: packed)
      #expect(read == original)
    }
  }

  @Test func goesOnAsTheOriginalWouldHave() throws {
    var original = reservoir()
    let file = folder.url.appending(path: "model")
    try original.writeToFile(file)
    var restored = try Reservoir.readFromFile(file)
    for index in 0..<2000 {
      original.insert(Double(index))
      restored.insert(Double(index))
    }
    #expect(restored == original)
  }

  @Test(arguments: [true, false])
  func urlAndPath(packed: Bool) throws {
    let original = reservoir()
    let file = folder.url.appending(path: "model")
    try original.writeToFile(file, packed: packed)
    #expect(try Reservoir.readFromFile(file.path, packed: packed) == original)
    let changed = reservoir("changed", seen: 7)
    try changed.writeToFile(file.path, packed: packed)
    #expect(try Reservoir.readFromFile(file, packed: packed) == changed)
  }

  @Test func aFailedSaveLeavesTheEarlierFile() throws {
    let original = reservoir()
    let file = folder.url.appending(path: "model")
    try original.writeToFile(file)
    #expect(throws: Unwritable.Failure()) { try Unwritable().writeToFile(file) }
    #expect(try Reservoir.readFromFile(file) == original)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names == ["model"])
  }

  @Test func aFailedWriteAddsNothingToTheFile() throws {
    let handle = try folder.handle()
    #expect(throws: Unwritable.Failure()) { try Unwritable().writeToFile(handle) }
    #expect(try handle.seekToEnd() == 0)
  }

  @Test(arguments: [true, false])
  func everyCutOffFileIsAnError(packed: Bool) throws {
    let file = folder.url.appending(path: "model")
    try reservoir("cut", capacity: 5, seen: 9).writeToFile(file, packed: packed)
    let whole = try Data(contentsOf: file)
    for count in 0..<whole.count {
      try whole.prefix(count).write(to: file)
      #expect(throws: CapnProtoError.self, "\(count) of \(whole.count) bytes") {
        try Reservoir.readFromFile(file, packed: packed)
      }
    }
  }

  @Test func contentThatMakesNoSenseIsAnErrorOfTheModel() throws {
    let message = MessageBuilder()
    let builder = try message.initRoot(ReservoirProto.self)
    builder.capacity = 1
    builder.random = 1
    try builder.setSample([1.0, 2.0])
    let file = folder.url.appending(path: "model")
    try message.packedBytes().write(to: file)
    #expect(throws: Reservoir.Malformed()) { try Reservoir.readFromFile(file) }
  }

  @Test func messageAndBytes() throws {
    let original = Ensemble(members: [reservoir("a"), reservoir("b")])
    let message = MessageBuilder()
    try original.write(message.initRoot(EnsembleProto.self))
    let read = try Message(packed: message.packedBytes()).root(EnsembleProto.self)
    #expect(try Ensemble.read(read) == original)
  }

  @Test func aLargeModelJustLoads() throws {
    // Beyond the 64 MiB that libcapnp lets a message be read for.
    let original = Reservoir(name: "large", sample: Array(repeating: 0.5, count: 9_000_000))
    let file = folder.url.appending(path: "model")
    try original.writeToFile(file, packed: false)
    #expect(try Reservoir.readFromFile(file, packed: false) == original)
  }
}
