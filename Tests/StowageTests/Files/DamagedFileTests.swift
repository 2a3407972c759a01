import CapnProto
import Foundation
import Stowage
import Testing

/// Small files in every format, with each bit flipped and cut off at each length.
@Suite struct DamagedFileTests {
  /// What a file holds, and how it is loaded.
  enum Content: CaseIterable {
    case object
    case graph
    case blobs
  }

  private static let files = Content.allCases.flatMap { content in
    Format.allCases.map { (content, $0) }
  }

  private let registry = TypeRegistry()

  init() throws { try registry.register(Reservoir.self, as: "test.Reservoir") }

  private func file(_ content: Content, _ format: Format) throws -> Data {
    let options = SaveOptions(
      format: format, metadata: [("note", "damaged")], embedsSchema: content == .graph,
      registry: registry)
    let object = Reservoir(name: "r", sample: [1.5, -2])
    guard content != .object else { return try serialize(object, options: options) }
    let shared = Reference(["x": 1])
    let numbers = Tensor([Int16](repeating: 257, count: content == .blobs ? 2049 : 3))
    let value: Value = [
      "tensor": .tensor(numbers), "shared": [.reference(shared), .reference(shared)],
      "object": try .object(object, in: registry), "all": [nil, true, 1.5, "text", -1],
    ]
    return try serialize(value, options: options)
  }

  private func load(_ bytes: Data, _ content: Content) throws {
    let options = LoadOptions(registry: registry)
    if content == .object {
      _ = try deserialize(bytes, as: Reservoir.self, options: options)
    } else {
      _ = try deserialize(bytes, options: options)
    }
  }

  /// The error that loading gives, or nil where it gives none.
  private func fault(_ bytes: Data, _ content: Content) -> (any Error)? {
    do {
      try load(bytes, content)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: files) func everyFlippedBitIsFound(content: Content, format: Format) throws {
    let file = try file(content, format)
    try load(file, content)
    // Of many equal numbers, a few will do.
    let places = file.indices.filter { $0 < 6000 || $0 % 61 == 0 || $0 > file.count - 100 }
    for place in places {
      for bit in 0..<8 {
        var damaged = file
        damaged[place] ^= 1 << bit
        let error = fault(damaged, content)
        let stowage = error as? StowageError
        #expect(
          stowage.map { !$0.message.isEmpty } ?? (error is CapnProtoError),
          "byte \(place), bit \(bit): \(error.map { "\($0)" } ?? "no error")")
        if let stowage {
          #expect(
            [.damaged, .truncated, .unknownFormat].contains(stowage.code),
            "byte \(place), bit \(bit): \(stowage)")
        }
      }
    }
  }

  @Test(arguments: files) func everyCutIsToldFromDamage(content: Content, format: Format) throws {
    let file = try file(content, format)
    for count in 0..<file.count {
      let error = fault(file.prefix(count), content) as? StowageError
      #expect(
        error?.code == .truncated,
        "\(count) of \(file.count) bytes: \(error.map { "\($0)" } ?? "no error, or another one")")
    }
  }

  @Test(arguments: files) func whatFollowsAFileIsNotRead(content: Content, format: Format) throws {
    let file = try file(content, format)
    for rest in [Data([0]), Data("\n".utf8), Data(count: 5000), Data("{\"a\": 1}".utf8), file] {
      #expect(fault(file + rest, content) == nil)
      let options = LoadOptions(registry: registry)
      let value = try deserialize(file + rest, options: options)
      #expect(try value.isEquivalent(to: deserialize(file, options: options)))
    }
  }

  /// The same bytes at indices of a whole that they are a part of.
  private func sliced(_ bytes: Data) -> Data { (Data([1, 2, 3]) + bytes).dropFirst(3) }

  @Test(arguments: Format.allCases) func dataThatIsASlice(format: Format) throws {
    for content in Content.allCases {
      let file = try file(content, format)
      #expect(fault(sliced(file), content) == nil)
      var damaged = file
      damaged[damaged.count / 2] ^= 1
      #expect(fault(sliced(damaged), content) != nil)
    }
  }

  @Test(arguments: [Format.binary, .packed]) func errorsTellThePlace(format: Format) throws {
    let file = try file(.blobs, format)
    var damaged = file
    damaged[file.count - 1] ^= 1
    let error = try #require(fault(damaged, .blobs) as? StowageError)
    #expect(error.code == .damaged)
    let numbers = error.path.split { !$0.isNumber }.compactMap { Int($0) }
    #expect(numbers.count == 2 && (numbers[0]..<numbers[1]).contains(file.count - 1))
    damaged = file
    damaged[40] ^= 1
    let other = try #require(fault(damaged, .blobs) as? StowageError)
    #expect(other.code == .damaged && other.path.contains("header"))
    #expect(other.message.contains("\(file.count)") || other.message.contains("bytes"))
  }

  @Test func theChunkThatIsDamagedIsNamed() throws {
    let file = try serialize(
      .tensor(Tensor([UInt8](repeating: 1, count: 3 << 20))), format: .binary)
    for place in [1 << 20, 2 << 20, 3 << 20] {
      var damaged = file
      damaged[place] ^= 0x80
      let error = try #require(fault(damaged, .graph) as? StowageError)
      let numbers = error.path.split { !$0.isNumber }.compactMap { Int($0) }
      #expect(numbers.count == 2 && (numbers[0]..<numbers[1]).contains(place))
      #expect(numbers[1] - numbers[0] <= 1 << 20)
    }
  }

  @Test func whatIsNoFileOfOurs() {
    for bytes in [
      "", "\0", "x", "hello, world", "{}", "# stowage\n", "# a shell script\n", "{\"a\":",
    ] {
      let error = fault(Data(bytes.utf8), .graph) as? StowageError
      #expect(
        error?.code == .unknownFormat || error?.code == .truncated && bytes.utf8.count < 2,
        "\(bytes): \(error.map { "\($0)" } ?? "no error, or another one")")
    }
  }
}
