import Foundation
import Stowage
import Testing

/// The inputs in which the fuzzers found something.
struct FuzzedFileTests {
  // 1.2 KB claimed millions of storages without numbers.
  @Test(.timeLimit(.minutes(20))) func claimsAreNoReasonToWork() throws {
    let corpus = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fuzz/Corpus/archive")
    let finds = try FileManager.default.contentsOfDirectory(atPath: corpus.path())
      .filter { $0.hasPrefix("find") }
    #expect(!finds.isEmpty)
    for find in finds {
      let data = try Data(contentsOf: corpus.appending(path: find))
      let error = #expect(throws: StowageError.self) {
        try deserialize(data, options: LoadOptions(verifies: false, registry: Link.registry))
      }
      #expect(error?.code == .invalidContent)
    }
  }
}
