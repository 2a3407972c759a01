import Foundation
import Stowage

/// Files that are too large to be kept.
enum StowFixtures {
  /// A file of Stowage with so many words of numbers, most of them zeros.
  static func largeModel(_ path: String, words: Int) throws {
    let folder = try TemporaryFolder()
    let numbers = try folder.file("numbers", Data([1]))
    let handle = try FileHandle(forWritingTo: numbers)
    try handle.truncate(atOffset: UInt64(words * 8))
    try handle.close()
    let storage = try Tensor.Storage(
      Data(contentsOf: numbers, options: .alwaysMapped), of: .float32)
    let value: Value = ["weights": .tensor(try Tensor(storage, shape: [words * 2]))]
    try save(path, value, options: SaveOptions(format: .binary, metadata: [("made", "by a test")]))
  }
}
