import Foundation
import Stowage
import Testing

/// `stow verify` tells whole files from damaged ones.
struct VerifyTests {
  @Test(arguments: Fixtures.goldens) func goldenFilesAreWhole(_ path: String) throws {
    let run = try Run.stow(["verify", path])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.text.hasPrefix("\(path): good: "))
    #expect(run.text.contains("checksums"))
    #expect(path.contains("golden-htm") == run.text.contains("values"))
    #expect(try Run.stow(["verify", "--quiet", path]).text == "")
  }

  @Test(arguments: Fixtures.nupic) func filesOfNuPICMakeSense(
    _ fixture: (path: String, type: String)
  ) throws {
    let run = try Run.stow(["verify", Fixtures.nupic(fixture.path)])
    #expect(run.code == 0 && run.text.contains("\(fixture.type), structure, values"))
  }

  @Test func damageHasAPlaceAndTheOthersAreChecked() throws {
    let folder = try TemporaryFolder()
    let good = Fixtures.htm("pooler.binary")
    var bytes = try Data(contentsOf: URL(filePath: good))
    bytes[bytes.count - 5] ^= 1
    let bad = try folder.file("bad", bytes).path
    let run = try Run.stow(["verify", bad, good])
    #expect(run.code == 1)
    #expect(run.errors.contains("\(bad): bytes ") && run.errors.contains("[damaged]"))
    #expect(run.text.hasPrefix("\(good): good"))
    let missing = try Run.stow(["verify", "no-such-file", bad, good])
    #expect(missing.code == 2 && missing.text.contains("good"))
    #expect(missing.errors.contains("no-such-file: No such file"))
  }

  @Test func filesOfSeveralObjects() throws {
    let folder = try TemporaryFolder()
    let one = try Data(contentsOf: URL(filePath: Fixtures.htm("pooler.packed")))
    let two = try Data(contentsOf: URL(filePath: Fixtures.htm("memory.json")))
    let file = try folder.file("both", one + two + one).path
    let run = try Run.stow(["verify", file])
    #expect(run.code == 0 && run.text.contains("3 objects"), "\(run.text)\(run.errors)")
    let cut = try folder.file("cut", one + two.dropLast(3)).path
    let failed = try Run.stow(["verify", cut])
    #expect(failed.code == 1)
    #expect(failed.errors.contains("object 2 at byte \(one.count)"), "\(failed.errors)")
    // What is behind the last object is none.
    let more = try folder.file("more", one + Data("more".utf8)).path
    #expect(try Run.stow(["verify", more]).code == 1)
  }

  /// A message of the right form whose numbers cannot be is found out.
  @Test func valuesThatMakeNoSense() throws {
    let folder = try TemporaryFolder()
    let path = Fixtures.nupic("sp_py_topo/sp.bin")
    let text = try Run.stow(["convert", path, "--format", "text"]).text
    #expect(text.contains("numColumns = "))
    let body = text.split(separator: "\n").dropFirst().joined(separator: "\n")
      .replacing(/numColumns = \d+/, with: "numColumns = 7")
    let schema = "\(Repository.schemas)/nupic/proto/SpatialPoolerProto.capnp"
    let message = try Run.stow(
      ["convert", "-I\(Repository.schemas)", "text:binary", schema, "SpatialPoolerProto"],
      input: Data(body.utf8))
    #expect(message.code == 0, "\(message.errors)")
    let file = try folder.file("wrong.bin", message.output).path
    let run = try Run.stow(["verify", file, "--type", "SpatialPooler"])
    #expect(run.code == 1, "\(run.text)")
  }

  /// What is shared is looked up for each of the references, and is read once.
  @Test(arguments: [Format.packed, .json]) func manyReferences(_ format: Format) throws {
    let folder = try TemporaryFolder()
    let references = (0..<12_000).map { Value.reference(Reference(.int(Int64($0)))) }
    let tensors = try (0..<3000).map { Value.tensor(try Tensor([Int32($0)], shape: [1])) }
    let file = try folder.file("many", serialize(.array(references + tensors), format: format)).path
    let verified = try Run.stow(["verify", file])
    #expect(verified.code == 0, "\(verified.errors)")
    #expect(try Run.stow(["inspect", file]).code == 0)
    #expect(try Run.stow(["hash", file]).code == 0)
  }
}
