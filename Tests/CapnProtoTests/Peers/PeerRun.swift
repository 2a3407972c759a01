import CapnProto
import Foundation
import Testing

/// What is common to the messages of one differential test.
struct PeerRun {
  static let schema = ForeignPeer.repository
    .appending(path: "Tests/Fixtures/schemas/everything.capnp")

  /// The seed of all that is random: that of `STOWAGE_TEST_SEED`, or another one in every run.
  static let seed: UInt64 = {
    let given = ProcessInfo.processInfo.environment["STOWAGE_TEST_SEED"].flatMap { UInt64($0) }
    let seed = given ?? .random(in: 0..<1 << 32)
    print("Differential tests: STOWAGE_TEST_SEED=\(seed) repeats them")
    return seed
  }()

  /// The number of messages of each type: that of `STOWAGE_PEER_MESSAGES`, or a few.
  static let count =
    ProcessInfo.processInfo.environment["STOWAGE_PEER_MESSAGES"].flatMap { Int($0) } ?? 4

  static let repeatIt: Comment = "STOWAGE_TEST_SEED=\(seed) STOWAGE_PEER_MESSAGES=\(count)"

  let root: PeerRoot
  private let folder: TemporaryFolder

  init(_ root: PeerRoot) throws {
    self.root = root
    folder = try TemporaryFolder()
    for name in ["expected", "actual", "values"] {
      try FileManager.default.createDirectory(
        at: folder.url(name), withIntermediateDirectories: true)
    }
  }

  func url(_ side: String, _ index: Int, _ kind: String) -> URL {
    let number = String(index)
    let digits = String(repeating: "0", count: 4 - number.count) + number
    return folder.url(side).appending(path: "\(digits).\(kind)")
  }

  func write(_ content: Data, _ side: String, _ index: Int, _ kind: String) throws {
    try content.write(to: url(side, index, kind))
  }

  /// Lets pycapnp fill the folder of what is expected.
  func expectRandomMessages() throws {
    try ForeignPeer.run(
      "random_message.py", schema: Self.schema, type: root.description,
      "--seed", String(Self.seed % 1_000_000_007), "--count", String(Self.count),
      "--out", folder.url("expected").path)
  }

  /// Lets the peers compare what is expected with what there is.
  func compare(_ side: String, _ options: String...) throws {
    try ForeignPeer.run(
      "compare.py", schema: Self.schema, type: root.description,
      options + [folder.url("expected").path, folder.url(side).path])
  }

  /// A seed for one of the messages.
  func hand(_ index: Int) -> PeerHand {
    PeerHand(seed: Self.seed &* 1_000_003 &+ UInt64(index))
  }
}
