import Foundation
import Stowage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Saves that are killed, or that others make at the same time.
@Suite(.serialized, .enabled(if: Victim.program != nil, "save-victim was not built"))
struct KilledSaveTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.url.appending(path: "model").path
  }

  /// The number that was saved last: all of the file has to be of one save.
  private func number() throws -> Int {
    let value = try load(path)
    let number = try #require(value["number"]?.int)
    let elements = try #require(value["tensor"]?.tensor).elements(as: Int32.self)
    #expect(elements.allSatisfy { $0 == Int32(number) })
    return number
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  /// Kills a program that saves, at a random moment after its first save.
  private func killOne(_ format: String, _ count: Int, first: Int, within microseconds: Int) throws
  {
    let output = Pipe()
    let process = try Victim.start(
      path, format: format, count: count, first: first, output: output)
    _ = try output.fileHandleForReading.read(upToCount: 1)
    usleep(UInt32.random(in: 0..<UInt32(microseconds)))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
  }

  @Test(arguments: [("binary", 10), ("packed", 3000), ("json", 100), ("binary", 1 << 20)])
  func killedAtAnyMomentTheOldOrTheNewFileIsThere(format: String, count: Int) throws {
    var (debris, last) = (0, 0)
    for round in 0..<75 {
      try killOne(format, count, first: last, within: 8_000)
      let found = try number()
      #expect(found >= last, "round \(round)")
      last = found
      let left = try names()
      #expect(left == ["model"] || left == [".model.stowing", "model"])
      debris += left.count - 1
      if round % 10 == 9 {
        try save(path, ["number": Value(last), "tensor": .tensor(Tensor([Int32(last)]))])
        #expect(try names() == ["model"])
      }
    }
    // Without debris now and then, no save was killed in the middle.
    #expect(debris > 0)
    try save(path, ["number": 1, "tensor": .tensor(Tensor([Int32(1)]))])
    #expect(try number() == 1)
    #expect(try names() == ["model"])
  }

  @Test func severalProgramsSaveToOneFile() throws {
    let processes = try (0..<4).map {
      try Victim.start(
        path, format: $0 % 2 == 0 ? "binary" : "packed", count: 20_000 * ($0 + 1),
        first: $0 * 1000, times: 40)
    }
    var seen: Set<Int> = []
    while processes.contains(where: \.isRunning) {
      if FileManager.default.fileExists(atPath: path) { seen.insert(try number()) }
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(seen.count > 1)
    #expect(try names() == ["model"])
  }

  @Test func severalThreadsSaveToOneFile() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<4 {
        group.addTask {
          let tensor = Tensor([Int32](repeating: Int32(number), count: 5000 * (number + 1)))
          for _ in 0..<25 {
            try save(path, ["number": Value(number), "tensor": .tensor(tensor)])
          }
        }
      }
      try await group.waitForAll()
    }
    #expect((0..<4).contains(try number()))
    #expect(try names() == ["model"])
  }

  @Test func aSaveThatIsKilledWhileAnotherWaitsIsNoHindrance() throws {
    let first = try Victim.start(path, count: 1 << 20)
    let second = try Victim.start(path, count: 1000, first: 7, times: 30)
    usleep(30_000)
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
    second.waitUntilExit()
    #expect(second.terminationStatus == 0)
    #expect(try number() == 36)
    #expect(try names() == ["model"])
  }

  @Test func aFileThatGrowsTooLargeLeavesTheEarlierOne() throws {
    try save(path, ["number": 5, "tensor": .tensor(Tensor([Int32(5)]))])
    let errors = Pipe()
    let process = try Victim.start(
      path, count: 1 << 20, times: 1, limit: 1 << 20, errors: errors)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    let text = String(
      decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(text.contains("inputOutput") && text.contains(path))
    #expect(try number() == 5)
    #expect(try names() == ["model"])
  }

  @Test func aPathWithoutAFolder() throws {
    let process = try Victim.start(
      "plain name", count: 10, first: 3, times: 1, folder: folder.url)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try names() == ["plain name"])
    #expect(try load(folder.url.appending(path: "plain name").path)["number"] == 3)
  }
}
