import CapnProto
import Foundation
import Testing

/// `stow convert`, with what comes from outside.
struct ConvertTests {
  private static let schema = """
    @0xb2cf43e1c4c81d5f;
    struct Item { name @0 :Text; count @1 :Int32; items @2 :List(Item); }
    """

  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.file("item.capnp", Data(Self.schema.utf8)).path
  }

  private func convert(
    _ formats: String, _ input: Data, _ options: [String] = ["--short"]
  ) throws -> Run {
    try Run.stow(["convert"] + options + [formats, path, "Item"], input: input)
  }

  private func binary(_ text: String) throws -> Data {
    let run = try convert("text:binary", Data(text.utf8))
    try #require(run.code == 0, "\(run.errors)")
    return run.output
  }

  @Test func valuesFollowEachOther() throws {
    let text = """
      (count = 1)(name = ")(", count = 2) # (not a value)
        (
          name = "a \\" b",  # ")"
          items = [(), (count = 7)]
        )

      """
    let run = try convert("text:json", Data(text.utf8))
    #expect(run.errors == "")
    #expect(run.text.split(separator: "\n").count == 3)
    let again = try convert("json:text", run.output)
    #expect(again.text.split(separator: "\n").last?.contains(#""a \" b""#) == true)
    #expect(try convert("text:json", again.output).output == run.output)
  }

  @Test(arguments: ["binary", "packed", "text", "json", "flat", "canonical"])
  func nothingIsNothing(_ format: String) throws {
    let run = try convert("\(format):text", Data())
    #expect(run.code == 0 && run.output.isEmpty && run.errors == "")
  }

  @Test func whatCameBeforeDamageIsWritten() throws {
    let good = try binary("(name = \"good\")")
    let run = try convert("binary:text", good + good + good.dropLast(3))
    #expect(run.code == 1)
    #expect(run.text == "(name = \"good\", count = 0)\n(name = \"good\", count = 0)\n")
    #expect(run.errors.contains("message 3"))
    #expect(run.errors.contains("cut off"))
  }

  @Test func brokenTextIsShownWithItsPlace() throws {
    let run = try convert("text:binary", Data("(count = 1)\n(count = 2)\n(count = x)".utf8))
    #expect(run.code == 1)
    #expect(run.errors.contains("message 3"), "\(run.errors)")
    #expect(run.errors.contains("line 3"), "\(run.errors)")
  }

  @Test(arguments: [
    ("binary", "packed"), ("binary", "text"), ("binary", "json"), ("packed", "binary"),
    ("text", "json"), ("json", "text"), ("text", "binary"),
    ("binary", "flat"),
  ])
  func otherFormatsAreNoticed(_ expected: String, _ actual: String) throws {
    let message = try binary(
      "(name = \"a name of a length\", items = [(count = 3), (name = \"x\")])")
    let input = try convert("binary:\(actual)", message).output
    let run = try convert("\(expected):text", input)
    #expect(
      run.errors.contains("does not look like \(expected), but like \(actual)"), "\(run.errors)")
    let quiet = try convert("\(expected):text", input, ["--quiet"])
    #expect(!quiet.errors.contains("does not look like"))
  }

  @Test func typesAreLookedUp() throws {
    let run = try Run.stow(["convert", "text:text", path, "Itme"], input: Data("()".utf8))
    #expect(run.code == 1)
    #expect(run.errors.contains("there is no struct Itme; did you mean Item?"), "\(run.errors)")
    let missing = try Run.stow(["convert", "text:text", "/nowhere.capnp", "Item"])
    #expect(missing.code == 1)
    #expect(missing.errors.contains("/nowhere.capnp"))
  }

  @Test func deepMessagesNeedTrust() throws {
    let levels = 100
    let deep =
      String(repeating: "(items = [", count: levels) + String(repeating: "])", count: levels)
    let refused = try convert("text:binary", Data(deep.utf8))
    #expect(refused.code == 1)
    let trusted = try convert("text:binary", Data(deep.utf8), ["--trust"])
    #expect(trusted.code == 0, "\(trusted.errors)")
    #expect(try convert("binary:text", trusted.output).code == 1)
    let printed = try convert("binary:text", trusted.output, ["--trust", "--short"])
    #expect(printed.code == 0, "\(printed.errors)")
  }

  @Test(arguments: 0..<50) func damageNeverTraps(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    var input = try binary("(name = \"name\", items = [(count = 1), (name = \"b\")])")
    if seed % 2 == 1 { input = try convert("binary:packed", input).output }
    for _ in 0..<4 {
      input[Int.random(in: 0..<input.count, using: &random)] ^=
        1
        << UInt8.random(
          in: 0..<8, using: &random)
    }
    for formats in ["binary:text", "packed:json", "flat:text", "flat-packed:binary", "json:text"] {
      let run = try convert(formats, input, ["--quiet"])
      #expect(run.code == 0 || run.code == 1 && !run.errors.isEmpty)
    }
  }
}
