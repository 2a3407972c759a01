import Foundation
import Testing

/// `stow eval`.
struct EvalTests {
  private static let include = "-I\(Repository.schemas)"

  private static let names = [
    "constVoid", "constBool", "constInt8", "constInt64", "constUInt64", "constFloat64",
    "constInfinity", "constNaN", "constText", "constData", "constColor",
    "constStruct", "constStruct.int64", "constStruct.color", "constPointers", "constPointers.list",
    "constPointers.list[1]", "constVoids", "constBools[1]", "constInts", "constTexts[1]",
    "constDatas", "constStructs[0].bool", "constStructs[1]", "constLists[1]", "constLists[1][0]",
    "constBox", "constBox.item", "constFromOther", "Outer.limit", "Outer.origin",
    "Outer.origin.innermost.value", "ScalarDefaults.int8", "PointerDefaults.text",
    "Generics.withDefault.item", "Scalars.int8",
  ]

  @Test(
    .enabled(if: Programs.capnp != nil, "the capnp tool is not installed"), arguments: names,
    [[], ["--short"]])
  func printsWhatTheToolPrints(_ name: String, _ options: [String]) throws {
    let words = ["eval", Self.include] + options + [Repository.everything, name]
    let theirs = try Run.program(try #require(Programs.capnp), words)
    try #require(theirs.code == 0, "\(theirs.errors)")
    let ours = try Run.stow(words)
    #expect(ours.errors == "")
    #expect(ours.text == theirs.text)
  }

  @Test(
    .enabled(if: Programs.capnp != nil, "the capnp tool is not installed"),
    arguments: ["constStruct", "constPointers", "constBox", "Outer.origin.innermost"],
    ["-b", "-p", "--flat", "-ocanonical", "-oflat-packed", "-ojson", "--output=text"])
  func writesTheMessagesOfTheTool(_ name: String, _ option: String) throws {
    let words = ["eval", Self.include, option, Repository.everything, name]
    let theirs = try Run.program(try #require(Programs.capnp), words)
    try #require(theirs.code == 0, "\(theirs.errors)")
    let ours = try Run.stow(words)
    #expect(ours.errors == "")
    #expect(ours.output == theirs.output)
  }

  @Test(arguments: [
    ("nothing", "nothing is not defined"), ("Outer", "has no value"), ("Outer.Inner", "no value"),
    ("constInts[3]", "no element 3"), ("constInts[x]", "not an index"), ("constInts.a", "no .a"),
    ("constStruct[0]", "no [0]"), ("constStruct.int6", "int6"), ("", "not the name"),
    ("a..b", "not the name"), ("Scalars.nothing", "Scalars.nothing is not defined"),
  ])
  func whatHasNoValue(_ name: String, _ message: String) throws {
    let run = try Run.stow(["eval", Self.include, Repository.everything, name])
    #expect(run.code == 1)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func onlyStructsAreMessages() throws {
    let run = try Run.stow(["eval", Self.include, "-b", Repository.everything, "constInts"])
    #expect(run.code == 1)
    #expect(run.errors.contains("only a struct can be a message"))
  }

  @Test func faultsOfASchemaAreShownWithTheirPlaces() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "a.capnp", Data("@0xb2cf43e1c4c81d5f;\nstruct A { a @0 :B; }\n".utf8))
    let run = try Run.stow(["eval", path.path, "A.a"])
    #expect(run.code == 1)
    #expect(run.errors.contains("a.capnp:2:"), "\(run.errors)")
  }
}
