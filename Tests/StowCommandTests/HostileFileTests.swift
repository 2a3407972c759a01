import Foundation
import Testing

/// Damaged files are errors for every command, and nothing worse.
struct HostileFileTests {
  static let commands = [
    ["inspect"], ["inspect", "--json"], ["inspect", "--schema-text"], ["verify"], ["audit"],
    ["hash"], ["plot"],
  ]

  static let files =
    Fixtures.formats.flatMap {
      [Fixtures.htm("memory.\($0)"), Fixtures.golden("shared.\($0)")]
    } + [Fixtures.nupic("random/random.bin"), Fixtures.nupic("random/random.packed.bin")]

  private func check(_ run: Run, _ what: String) {
    #expect((0...2).contains(run.code), "\(what): \(run.code)")
    #expect(run.code == 0 || !run.errors.isEmpty || !run.output.isEmpty, "\(what) is silent")
  }

  @Test(arguments: files) func flipsAndCuts(_ path: String) throws {
    let whole = try Data(contentsOf: URL(filePath: path))
    let folder = try TemporaryFolder()
    var random = SplitMix(state: UInt64(whole.count))
    for round in 0..<12 {
      var bytes = whole
      if round % 3 == 0 {
        bytes = bytes.prefix(Int.random(in: 0..<whole.count, using: &random))
      } else {
        for _ in 0..<(round % 3) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
            UInt8(1 << Int.random(in: 0..<8, using: &random))
        }
      }
      let file = try folder.file("damaged", bytes).path
      for command in Self.commands {
        check(try Run.stow(command + [file]), "\(command) of \(path), round \(round)")
      }
      check(try Run.stow(["diff", file, path]), "diff of \(path), round \(round)")
      check(
        try Run.stow(["convert", file, "--format", "json"]), "convert of \(path), round \(round)")
    }
  }

  /// Of a file with checksums, no bit can be another one.
  @Test(arguments: Fixtures.formats) func everyFlipIsFound(_ format: String) throws {
    let whole = try Data(contentsOf: URL(filePath: Fixtures.htm("generator.\(format)")))
    let folder = try TemporaryFolder()
    for place in stride(from: 0, to: whole.count, by: 7) {
      var bytes = whole
      bytes[place] ^= UInt8(1 << (place % 8))
      let run = try Run.stow(["verify", folder.file("damaged", bytes).path])
      #expect(run.code == 1, "byte \(place) of \(format)")
      #expect(run.errors.contains("stow verify: "))
    }
  }

  /// Wherever a file ends, what is missing is noticed.
  @Test(arguments: Fixtures.formats) func everyCutIsFound(_ format: String) throws {
    let whole = try Data(contentsOf: URL(filePath: Fixtures.htm("generator.\(format)")))
    let folder = try TemporaryFolder()
    for count in stride(from: 1, to: whole.count, by: 11) {
      let run = try Run.stow(["verify", folder.file("cut", whole.prefix(count)).path])
      #expect(run.code == 1, "\(count) bytes of \(format)")
    }
  }
}
