import Foundation
import HTM
import Stowage
import Testing

/// `stow convert --format` writes files in other formats.
struct FileConversionTests {
  @Test(arguments: ["pooler", "memory", "cells4"], Fixtures.formats)
  func everyPairOfFormats(_ name: String, _ from: String) throws {
    let folder = try TemporaryFolder()
    for to in Fixtures.formats {
      let output = folder.url("model.\(to)").path
      let run = try Run.stow(
        ["convert", Fixtures.htm("\(name).\(from)"), "--format", to, "-o", output])
      #expect(run.code == 0 && run.text.isEmpty, "\(run.errors)")
      // What this version writes is what is kept of it, byte for byte.
      let golden = try Data(contentsOf: URL(filePath: Fixtures.htm("\(name).\(to)")))
      #expect(try Data(contentsOf: URL(filePath: output)) == golden, "\(from) to \(to)")
    }
  }

  @Test func metadataAndSeveralObjectsAreKept() throws {
    let folder = try TemporaryFolder()
    var options = SaveOptions(format: .json, metadata: [("run", "17"), ("who", "me")])
    let first = try serialize(["a": 1], options: options)
    options.format = .binary
    let second = try serialize(["b": 2], options: options)
    let file = try folder.file("two", first + second).path
    let run = try Run.stow(["convert", file, "--format", "packed"])
    #expect(run.code == 0, "\(run.errors)")
    let inspected = try Run.stow(["inspect", "-"], input: run.output).text
    #expect(inspected.ranges(of: "run = \"17\"").count == 2)
    #expect(inspected.contains("object 2 at byte"))
  }

  @Test func filesOfNuPICBothWays() throws {
    let folder = try TemporaryFolder()
    let path = Fixtures.nupic("tm_cpp_basic/tm.packed.bin")
    let stow = folder.url("memory.stow").path
    #expect(try Run.stow(["convert", path, "--format", "packed", "-o", stow]).code == 0)
    let pooler = Fixtures.nupic("sp_cpp_global/sp.bin")
    let same = try folder.file(
      "pooler.stow", Run.stow(["convert", pooler, "--format", "json"]).output)
    #expect(try Run.stow(["diff", pooler, same.path]).code == 0)
    for (format, packed) in [("message", false), ("packed-message", true)] {
      let run = try Run.stow(["convert", stow, "--format", format])
      let file = try folder.file(format, run.output).path
      let memory = try TemporalMemory.readFromFile(file, packed: packed)
      #expect(try contentHash(of: memory) == contentHash(ofFile: stow))
    }
    let value = try Run.stow(["convert", Fixtures.golden("tensors.binary"), "--format", "message"])
    #expect(value.code == 1 && value.errors.contains("only an object"))
  }

  /// Where the work fails, the earlier file stays.
  @Test func failureLeavesTheEarlierFile() throws {
    let folder = try TemporaryFolder()
    let output = try folder.file("model", Data("earlier".utf8))
    let bad = try folder.file("bad", Data("bad".utf8)).path
    #expect(try Run.stow(["convert", bad, "--format", "json", "-o", output.path]).code == 1)
    #expect(try Data(contentsOf: output) == Data("earlier".utf8))
    let unknown = try Run.stow(
      ["convert", Fixtures.golden("object.packed"), "--format", "json", "-o", output.path])
    #expect(unknown.code == 1 && unknown.errors.contains("golden.Reservoir"))
    let left = try FileManager.default.contentsOfDirectory(
      atPath: output.deletingLastPathComponent().path)
    #expect(Set(left) == ["model", "bad"])
  }
}
