import AllocationCounter
import Foundation
import Stowage
import Testing

/// Tensors that are large enough to stand behind the message.
@Suite struct LargeTensorTests {
  /// 32 MB.
  private static let count = 8 << 20
  private static let canCount = unsafe alloc_counter_unavailable_reason() == nil
  private static let hasProc = FileManager.default.fileExists(atPath: "/proc/self/smaps")

  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.url.appending(path: "tensor").path
  }

  private func large() throws -> Tensor {
    try Tensor((0..<Self.count).map { Float($0) }, shape: [1024, Self.count / 1024])
  }

  /// How many bytes something takes from malloc on this thread.
  private func bytesTaken<Result>(_ body: () throws -> Result) rethrows -> (UInt64, Result) {
    alloc_counter_start()
    defer { _ = alloc_counter_stop() }
    let result = try body()
    return (alloc_counter_stop().bytes, result)
  }

  /// What the system says of the mapping of a file, in kilobytes.
  private func mapping(_ key: String) throws -> Int? {
    // Files of no size are read by handles only.
    let smaps = try FileHandle(forReadingFrom: URL(filePath: "/proc/self/smaps")).readToEnd()
    let lines = String(decoding: smaps ?? Data(), as: UTF8.self)
      .split(separator: "\n").drop { !$0.hasSuffix(path) }
    let line = lines.first { $0.hasPrefix(key + ":") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }

  @Test(
    .enabled(if: canCount, "malloc cannot be counted here"), arguments: [Format.binary, .packed])
  func loadingCopiesNothing(format: Format) throws {
    try save(path, .tensor(large()), format: format)
    _ = try load(path)
    let (copied, _) = try bytesTaken { try Data(contentsOf: URL(filePath: path)) }
    #expect(copied > 32 << 20)
    let (bytes, value) = try bytesTaken { try load(path) }
    #expect(bytes < 1 << 20)
    #expect(value.tensor?.count == Self.count)
    #expect(try value.tensor?[1023, 5] == Float(1023 * Self.count / 1024 + 5))
  }

  @Test(.enabled(if: hasProc, "the system does not tell what is mapped"))
  func withoutVerifyingNothingOfTheTensorIsRead() throws {
    try save(path, .tensor(large()), format: .binary)
    let value = try load(path, options: LoadOptions(verifies: false))
    let tensor = try #require(value.tensor)
    let untouched = try mapping("Rss")
    #expect(try #require(untouched) < 1 << 10)
    // Using it maps what is used, and makes no copies.
    let sum = try tensor.withSpan(of: Float.self) { span in
      stride(from: 0, to: span.count, by: 1024).reduce(0) { $0 + Double(span[$1]) }
    }
    #expect(sum > 0)
    let touched = try mapping("Rss")
    #expect(try #require(touched) >= 32 << 10)
    let copied = try mapping("Anonymous")
    #expect(copied == 0)

  }

  @Test(
    .enabled(if: canCount, "malloc cannot be counted here"), arguments: [Format.binary, .packed])
  func savingCopiesNothing(format: Format) throws {
    let value = Value.array([.tensor(try large()), .bytes(Data(count: 100))])
    try save(path, value, format: format)
    let (bytes, _) = try bytesTaken { try save(path, value, format: format) }
    #expect(bytes < 1 << 20)
  }

  @Test(arguments: [Format.binary, .packed])
  func largeNumbersBeginAtMultiplesOf64InTheFile(format: Format) throws {
    let numbers = [4096, 4097, 5000, 70_000].map { count in
      Tensor([UInt8](repeating: UInt8(count % 251), count: count))
    }
    for length in 0..<9 {
      let value = Value.array(
        [.string(String(repeating: "x", count: length))] + numbers.map { .tensor($0) })
      let bytes = try serialize(value, format: format)
      var place = bytes.startIndex
      for tensor in numbers {
        let range = bytes[place...].firstRange(of: tensor.storage.bytes)
        let found = try #require(range)
        #expect(found.lowerBound % 64 == 0)
        place = found.upperBound
      }
      #expect(try deserialize(bytes) == value)
    }
  }

  /// A header with one checksum more moves the blobs, and these may then need one less.
  @Test func everySizeAroundAChunkIsSaved() throws {
    let bytes = [UInt8](repeating: 7, count: 1 << 20)
    for format in [Format.binary, .packed] {
      for size in stride(from: (1 << 20) - 640, through: 1 << 20, by: 8) {
        let value = Value.tensor(Tensor(Array(bytes[..<size])))
        let file = try serialize(value, format: format)
        #expect(try deserialize(file).tensor?.count == size)
      }
    }
  }

  @Test func aTensorOutlivesItsFile() throws {
    let original = Value.tensor(try large())
    try save(path, original, format: .binary)
    let loaded = try load(path)
    // Saving again puts another file in the place of the one that is mapped.
    try save(path, ["other": 1], format: .binary)
    #expect(loaded == original)
    try FileManager.default.removeItem(atPath: path)
    #expect(loaded == original)
  }

  @Test func savingWhatWasLoadedFromTheSameFile() throws {
    let original = Value.tensor(try large())
    try save(path, original, format: .binary)
    let first = try Data(contentsOf: URL(filePath: path))
    try save(path, load(path), format: .binary)
    #expect(try Data(contentsOf: URL(filePath: path)) == first)
  }
}
