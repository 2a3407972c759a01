import CapnProto
import CapnProtoCompiler
import Foundation
import Stowage
import Testing

/// Files larger than the memory that a process may have.
@Suite(
  .enabled(if: Programs.stow != nil, "stow was not built beside the tests"), .serialized)
struct LargeFileTests {
  /// What a process may have of its own, in kilobytes; what is mapped does not count.
  static let limit = 80 << 10
  private static let words = 18 << 20

  private static let schema = """
    @0xd2c4a1b3e5f60718;
    struct Big { numbers @0 :List(UInt64); name @1 :Text; }
    """

  /// Runs stow with little memory, and tells the most that was resident.
  private func stow(
    _ arguments: [String], input: URL? = nil, output: URL, limit: Int = Self.limit
  ) throws -> (code: Int32, text: String, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      ["-c", "ulimit -d \(limit) && exec \"$@\"", "sh", try #require(Programs.stow).path]
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
    // And that packed, and back.
    let flatPacked = folder.url("big.flat-packed")
    #expect(
      try stow(["convert", "flat:flat-packed"], input: flat, output: flatPacked).code == 0)
    let unpacked = try stow(
      ["convert", "flat-packed:canonical"], input: flatPacked, output: output)
    #expect(unpacked.code == 0, "\(unpacked.errors)")
    #expect(FileManager.default.contentsEqual(atPath: output.path, andPath: flat.path))
  }

  private static let wideSchema = """
    @0xd2c4a1b3e5f60719;
    struct Wide { items @0 :List(Item); name @1 :Text; struct Item { number @0 :UInt64; } }
    """

  /// A message whose text is small beside it, and yet more than the memory that is allowed: of each
  /// struct, the schema knows one word.
  private func wideMessage(_ url: URL, items: Int, wordsEach: Int) throws {
    var bytes = Data()
    func put(_ number: Int) {
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
    let words = items * wordsEach
    put((4 + words) << 32)
    put(2 << 48)
    put(1 << 2 | 1 | (7 | words << 3) << 32)
    put(0)
    put(items << 2 | wordsEach << 32)
    try bytes.write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    try handle.truncate(atOffset: UInt64(bytes.count + words * 8))
    try handle.close()
  }

  @Test(.timeLimit(.minutes(60)), arguments: ["json", "text"])
  func readable(_ format: String) throws {
    let folder = try TemporaryFolder()
    let message = folder.url("wide.bin")
    let items = 100_000
    try wideMessage(message, items: items, wordsEach: 96)
    let type = [try folder.file("wide.capnp", Data(Self.wideSchema.utf8)).path, "Wide"]
    let item = format == "json" ? #"{"number": "0"}"# : "(number = 0)"
    let items0 = Array(repeating: item, count: items).joined(separator: ", ")
    let expected = format == "json" ? "{\"items\": [\(items0)]}\n" : "(items = [\(items0)])\n"
    for short in [[], ["--short"]] {
      let output = folder.url("wide.\(format)")
      let result = try stow(
        ["convert", "binary:\(format)"] + type + short, input: message, output: output,
        limit: 24 << 10)
      #expect(result.code == 0, "\(result.errors)")
      let text = try String(contentsOf: output, encoding: .utf8)
      let shown =
        switch (format, short.isEmpty) {
        case ("json", false): expected.replacing(" ", with: "")
        case ("text", true): "( " + expected.dropFirst().dropLast(2) + " )\n"
        default: expected
        }
      #expect(text == shown)
    }
  }

  private static let valueSchema = """
    @0xd2c4a1b3e5f6071a;
    struct Value @0xd2c4a1b3e5f6071b {
      items @0 :List(Item);
      name @1 :Text;
      data @2 :Data;
      struct Item {
    \((0..<100).map { "number\($0) @\($0) :UInt64 = 1;" }.joined())
      }
    }
    """
  private static let valueID: UInt64 = 0xd2c4_a1b3_e5f6_071b
  private static let itemCount = 10_000

  /// More than is read into memory, and with the message more than a process may have here.
  private static let valueBytes = 17 << 20
  private static let valueLimit = 28 << 10

  /// A value of text or JSON that makes a message of eight million bytes.
  ///
  /// Most of it is what is between the values, which takes little time.
  private func value(_ format: String, _ url: URL) throws {
    let isJSON = format == "json"
    let items = Array(repeating: isJSON ? "{}" : "()", count: Self.itemCount)
      .joined(separator: ",")
    let last = isJSON ? #"{"number99": "7"}"# : "(number99 = 7)"
    let name = String(repeating: "a", count: 100_000)
    let start =
      isJSON
      ? "{\"items\": [\(items),\(last)], \"name\": \"\(name)\""
      : "(items = [\(items),\(last)], name = \"\(name)\""
    let end = isJSON ? ", \"data\": [1, 2, 3]}" : ", data = 0x\"01 02 03\")"
    var bytes = Data(start.utf8)
    bytes += Data(repeating: 0x20, count: Self.valueBytes - bytes.count) + Data(end.utf8)
    try bytes.write(to: url)
  }

  private func expectValue(_ message: Message, _ type: StructSchema) throws {
    let root = try message.root(type)
    guard case .list(let items) = try root.get("items"),
      case .text(let name) = try root.get("name"), case .data(let data) = try root.get("data"),
      case .structure(let first) = try items.get(0),
      case .structure(let last) = try items.get(Self.itemCount),
      case .uint(let one) = try first.get("number99"),
      case .uint(let seven) = try last.get("number99")
    else { throw CancellationError() }
    #expect(items.count == Self.itemCount + 1 && one == 1 && seven == 7)
    #expect(name.utf8Count == 100_000 && name.utf8.allSatisfy { $0 == 0x61 })
    #expect(Array(data) == [1, 2, 3])
  }

  /// The schema, and where it is.
  private func valueType(_ folder: TemporaryFolder) throws -> (StructSchema, String) {
    let path = try folder.file("value.capnp", Data(Self.valueSchema.utf8)).path
    let registry = SchemaRegistry()
    _ = try registry.parse(file: path)
    return (try #require(registry.structure(Self.valueID)), path)
  }

  @Test(.timeLimit(.minutes(60)), arguments: ["json", "text"])
  func fromReadable(_ format: String) throws {
    let folder = try TemporaryFolder()
    let input = folder.url("value.\(format)")
    try value(format, input)
    let (type, schema) = try valueType(folder)
    let binary = folder.url("value.binary")
    let converted = try stow(
      ["convert", "\(format):binary", schema, "Value"], input: input, output: binary,
      limit: Self.valueLimit)
    #expect(converted.code == 0, "\(converted.errors)")
    try expectValue(Message(mapping: binary), type)
    let canonical = folder.url("value.canonical")
    let again = try stow(
      ["convert", "\(format):canonical", schema, "Value"], input: input, output: canonical,
      limit: Self.valueLimit)
    #expect(again.code == 0, "\(again.errors)")
    try expectValue(Message(flat: Data(contentsOf: canonical)), type)
  }

  /// What comes through a pipe is copied to a file, and small values before it are passed on.
  @Test(.timeLimit(.minutes(60))) func fromPipe() throws {
    let folder = try TemporaryFolder()
    let input = folder.url("value.json")
    try value("json", input)
    let (type, schema) = try valueType(folder)
    let output = folder.url("output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let small = #"{"name": "small"}"#
    // Twice the value, and one that is none on the fourth line.
    process.arguments = [
      "-c",
      "(echo \"$3\"; cat \"$1\" \"$1\"; echo; echo; echo '{]}') | \"$0\" convert json:binary \"$2\" Value",
      try #require(Programs.stow).path, input.path, schema, small,
    ]
    let errors = Pipe()
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = errors
    try process.run()
    let said = String(
      decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(said.contains("message 4: in the value that begins on line 4: "), "\(said)")
    let handle = try FileHandle(forReadingFrom: output)
    let first = try #require(try Message(nextFrom: handle, packed: false))
    guard case .text(let name) = try first.root(type).get("name") else { throw CancellationError() }
    #expect(name == "small")
    for _ in 0..<2 {
      try expectValue(#require(try Message(nextFrom: handle, packed: false)), type)
    }
    #expect(try Message(nextFrom: handle, packed: false) == nil)
  }

  /// A folder for temporary files without room for it is an error as others are.
  @Test(.timeLimit(.minutes(60)), arguments: ["json", "text"])
  func withoutRoom(_ format: String) throws {
    let folder = try TemporaryFolder()
    let input = folder.url("value.\(format)")
    try value(format, input)
    let (_, schema) = try valueType(folder)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // Where no file may be larger than this, it is as if the disk were full.
    process.arguments = [
      "-c", "trap '' XFSZ; ulimit -f 2048; exec \"$0\" convert \(format):canonical \"$1\" Value",
      try #require(Programs.stow).path, schema,
    ]
    let errors = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let said = String(
      decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    #expect(said.contains("message 1: ") && said.contains("find room for"), "\(said)")
    #expect(said.contains("[io]"))
  }

  @Test(.timeLimit(.minutes(60))) func filesOfStowage() throws {
    let folder = try TemporaryFolder()
    let model = folder.url("model.stow").path
    try StowFixtures.largeModel(model, words: Self.words)
    let output = folder.url("output")
    let inspected = try stow(["inspect", model], output: output)
    #expect(inspected.code == 0 && inspected.text.contains("weights"), "\(inspected.errors)")
    let verified = try stow(["verify", model], output: output)
    #expect(verified.code == 0 && verified.text.contains("good"), "\(verified.errors)")
    let hashed = try stow(["hash", model], output: output)
    #expect(hashed.code == 0, "\(hashed.errors)")
    #expect(hashed.text.prefix(32) == (try contentHash(ofFile: model)).description)
    // The same file in the other format, and back, without anything built.
    let packed = folder.url("model.packed").path
    let again = folder.url("model.again").path
    for (from, to, format) in [(model, packed, "packed"), (packed, again, "binary")] {
      let converted = try stow(["convert", from, "--format", format, "-o", to], output: output)
      #expect(converted.code == 0, "\(converted.errors)")
    }
    #expect(FileManager.default.contentsEqual(atPath: model, andPath: again))
    #expect(try contentHash(ofFile: packed) == contentHash(ofFile: model))
    // A bit that is another one is found as well.
    let damaged = try FileHandle(forUpdating: URL(filePath: model))
    try damaged.seek(toOffset: UInt64(Self.words * 4))
    try damaged.write(contentsOf: Data([1]))
    try damaged.close()
    let found = try stow(["verify", model], output: output)
    #expect(found.code == 1 && found.errors.contains("[damaged]"))
    let refused = try stow(["convert", model, "--format", "packed", "-o", packed], output: output)
    #expect(refused.code == 1 && refused.errors.contains("[damaged]"))
  }

  /// What takes far less than reading the text as a whole would.
  private static let little = 36 << 10

  /// A value of a size that takes no time.
  private static func value() throws -> Value {
    let rows: [Value] = (0..<20_000).map { row in
      [
        "name": .string("row \(row)"), "at": .date(Date(timeIntervalSinceReferenceDate: 1)),
        "counts": [.int(Int64(row)), 2, 3], "weights": [1.5, .double(Double(row) / 7)],
      ]
    }
    let numbers = Tensor.Storage(
      Data((0..<2 << 20).map { UInt8(truncatingIfNeeded: $0) }), of: .uint8)
    return ["rows": .array(rows), "numbers": .tensor(try Tensor(numbers, shape: [2 << 20]))]
  }

  @Test(.timeLimit(.minutes(60)), arguments: [Format.json, .text])
  func readableFilesOfStowage(_ format: Format) throws {
    let folder = try TemporaryFolder()
    let value = try Self.value()
    let file = try folder.file("value", serialize(value, format: format))
    let output = folder.url("output")
    let inspected = try stow(["inspect", file.path], output: output, limit: Self.little)
    #expect(inspected.code == 0 && inspected.text.contains("weights"), "\(inspected.errors)")
    let verified = try stow(["verify", file.path], output: output, limit: Self.little)
    #expect(verified.code == 0 && verified.text.contains("good"), "\(verified.errors)")
    let hashed = try stow(["hash", file.path], output: output, limit: Self.little)
    #expect(hashed.code == 0, "\(hashed.errors)")
    #expect(hashed.text.prefix(32) == (try contentHash(of: value)).description)
  }
}
