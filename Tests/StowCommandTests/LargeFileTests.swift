import CapnProto
import Foundation
import Stowage
import Testing

/// Files larger than the memory that a process may have.
@Suite(
  .enabled(if: Programs.stow != nil, "stow was not built beside the tests"), .serialized)
struct LargeFileTests {
  /// What a process may have of its own, in kilobytes; what is mapped does not count.
  private static let limit = 80 << 10
  private static let words = 18 << 20

  private static let schema = """
    @0xd2c4a1b3e5f60718;
    struct Big { numbers @0 :List(UInt64); name @1 :Text; }
    """

  /// Runs stow with little memory, and tells the most that was resident.
  private func stow(
    _ arguments: [String], input: URL? = nil, output: URL
  ) throws -> (code: Int32, text: String, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      ["-c", "ulimit -d \(Self.limit) && exec \"$@\"", "sh", try #require(Programs.stow).path]
      + arguments
    let errors = output.appendingPathExtension("errors")
    try Data().write(to: output)
    try Data().write(to: errors)
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? .nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let start = try FileHandle(forReadingFrom: output).read(upToCount: 1 << 16) ?? Data()
    return (
      process.terminationStatus, String(decoding: start, as: UTF8.self),
      try String(contentsOf: errors, encoding: .utf8)
    )
  }

  /// A message of more than that, most of which takes no room on the disk.
  private func sparseMessage(_ url: URL) throws {
    let builder = MessageBuilder()
    let root = try builder.root.initialize(
      AnyStruct.self, layout: StructLayout(dataWords: 0, pointers: 2))
    _ = try root.pointer(at: 0).initialize(List<UInt64>.self, count: 1)
    // The pointer to the list says how long it is: the second word of the message.
    var bytes = try builder.bytes().prefix(32)
    let count = UInt64(Self.words)
    func put(_ value: UInt64, _ place: Int) {
      for byte in 0..<8 { bytes[place + byte] = UInt8(truncatingIfNeeded: value >> (byte * 8)) }
    }
    put((3 + count) << 32, 0)
    put(1 << 2 | 1 | (5 | count << 3) << 32, 16)
    put(0, 24)
    try bytes.write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    try handle.seek(toOffset: UInt64(32 + Self.words * 8 - 8))
    try handle.write(contentsOf: Data([7, 0, 0, 0, 0, 0, 0, 0]))
    try handle.close()
  }

  @Test(.timeLimit(.minutes(60))) func messages() throws {
    let folder = try TemporaryFolder()
    let message = folder.url("big.bin")
    try sparseMessage(message)
    let schema = try folder.file("big.capnp", Data(Self.schema.utf8)).path
    let type = ["--schema", schema, "--type", "Big"]
    let output = folder.url("output")
    let packed = folder.url("big.packed")
    #expect(try stow(["convert", "binary:packed"], input: message, output: packed).code == 0)
    var hashes: Set<Substring> = []
    for file in [message, packed] {
      let inspected = try stow(["inspect", file.path] + type, output: output)
      #expect(
        inspected.code == 0 && inspected.text.contains("\(Self.words)"), "\(inspected.errors)")
      let verified = try stow(["verify", file.path] + type, output: output)
      #expect(verified.code == 0, "\(verified.errors)")
      let hashed = try stow(["hash", file.path] + type, output: output)
      #expect(hashed.code == 0, "\(hashed.errors)")
      hashes.insert(hashed.text.prefix(32))
    }
    #expect(hashes.count == 1)
    let back = try stow(["convert", "packed:binary"], input: packed, output: output)
    #expect(back.code == 0, "\(back.errors)")
    #expect(FileManager.default.contentsEqual(atPath: output.path, andPath: message.path))
    // The same converted to one segment without a frame.
    let flat = folder.url("big.flat")
    #expect(try stow(["convert", "binary:canonical"], input: message, output: flat).code == 0)
    let size = try FileManager.default.attributesOfItem(atPath: flat.path)[.size] as? Int
    // The second pointer is null, and so is not there.
    #expect(size == (2 + Self.words) * 8)
  }

  @Test(.timeLimit(.minutes(60))) func filesOfStowage() throws {
    let folder = try TemporaryFolder()
    let numbers = folder.url("numbers")
    try Data([1]).write(to: numbers)
    let handle = try FileHandle(forWritingTo: numbers)
    try handle.truncate(atOffset: UInt64(Self.words * 8))
    let storage = try Tensor.Storage(
      Data(contentsOf: numbers, options: .alwaysMapped), of: .float32)
    let value: Value = ["weights": .tensor(try Tensor(storage, shape: [Self.words * 2]))]
    let model = folder.url("model.stow").path
    try save(model, value, options: SaveOptions(format: .binary))
    let output = folder.url("output")
    let inspected = try stow(["inspect", model], output: output)
    #expect(inspected.code == 0 && inspected.text.contains("weights"), "\(inspected.errors)")
    let verified = try stow(["verify", model], output: output)
    #expect(verified.code == 0 && verified.text.contains("good"), "\(verified.errors)")
    let hashed = try stow(["hash", model], output: output)
    #expect(hashed.code == 0, "\(hashed.errors)")
    #expect(hashed.text.prefix(32) == (try contentHash(ofFile: model)).description)
    // A bit that is another one is found as well.
    let damaged = try FileHandle(forUpdating: URL(filePath: model))
    try damaged.seek(toOffset: UInt64(Self.words * 4))
    try damaged.write(contentsOf: Data([1]))
    try damaged.close()
    let found = try stow(["verify", model], output: output)
    #expect(found.code == 1 && found.errors.contains("[damaged]"))
  }
}
