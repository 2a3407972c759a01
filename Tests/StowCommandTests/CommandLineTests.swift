import Foundation
import Testing

@testable import StowCommand

/// What the tool makes of its arguments.
struct CommandLineTests {
  @Test(arguments: [
    ([], "no command was given"), (["conver"], "did you mean convert?"),
    (["convert"], "<from>:<to> is missing"), (["convert", "binary"], "named as <from>:<to>"),
    (["convert", "binary:jsn"], "did you mean json?"),
    (["convert", "binary:json"], "json needs <schema-file> and <type>"),
    (["convert", "text:binary", "a.capnp"], "text needs <schema-file> and <type>"),
    (["convert", "a:b", "c", "d", "e"], "'e' is one argument too many"),
    (["convert", "--shrot", "a:b"], "did you mean --short?"),
    (["convert", "--short=yes", "a:b"], "--short takes no value"),
    (["convert", "a:b", "-I"], "--import-path needs a value"),
    (["convert", "a:b", "-q"], "there is no option -q"),
    (["convert", "binary:binary", "--segment-size=none"], "a number of words"),
    (["eval", "a.capnp"], "<name> is missing"), (["completions", "csh"], "not for 'csh'"),
    (["help", "me"], "there is no command 'me'"), (["inspect"], "<file> is missing"),
    (["verify"], "<file>... is missing"), (["diff", "a"], "<right> is missing"),
    (["inspect", "a", "b"], "'b' is one argument too many"),
    (["inspect", "a", "--depth", "-1"], "--depth needs a number from 0"),
    (["inspect", "a", "--type", "SpatialPoller"], "did you mean SpatialPooler?"),
    (["inspect", "a", "--schema", "b.capnp"], "--schema needs --type"),
    (["plot", "a", "--what", "pool"], "did you mean pools?"),
    (["plot", "a", "--what", "pools", "--path", "x"], "cannot be given together"),
    (["convert", "a", "--format", "jsn"], "did you mean json?"),
    (["convert", "a:b", "-o", "c"], "--output goes with --format"),
    (["diff", "-", "-"], "only one of the files"),
    (["help", "--man", "inspekt"], "did you mean inspect?"),
  ])
  func whatMakesNoSense(_ arguments: [String], _ message: String) throws {
    let run = try Run.stow(arguments)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("stow"))
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.contains("--help`."))
  }

  @Test func version() throws {
    let run = try Run.stow(["--version"])
    #expect(run.code == 0)
    #expect(run.text.wholeMatch(of: /stow \d+\.\d+\.\d+\n/) != nil)
  }

  @Test func quietBeforeACommandThatHasNoneChangesNothing() throws {
    #expect(
      try Run.stow(["--quiet", "completions", "bash"]).text
        == Run.stow(["completions", "bash"]).text)
    let run = try Run.stow(["--quiet", "conver"])
    #expect(run.code == 2)
    #expect(run.errors.contains("did you mean convert?"))
  }

  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func helpListsTheCommands(_ arguments: [String]) throws {
    let run = try Run.stow(arguments)
    #expect(run.code == 0)
    for command in StowTool.commands { #expect(run.text.contains("  \(command.syntax.name)")) }
  }

  @Test(arguments: StowTool.commands.map { $0.syntax.name })
  func helpOfACommand(_ command: String) throws {
    let run = try Run.stow([command, "--help"])
    #expect(run.code == 0)
    #expect(run.text.hasPrefix("Usage: stow \(command) [<option>...]"))
    #expect(run.text.contains("-h, --help"))
    #expect(try Run.stow(["help", command]).text == run.text)
    #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(run.text)")
    for part in ["Examples:", "Options:", "Exit codes:"] { #expect(run.text.contains(part)) }
    for line in run.text.matches(of: /\n    (stow .*)/).map(\.1) {
      // Each example is a command of the tool.
      #expect(line.hasPrefix("stow \(command)"), "\(line)")
    }
  }

  @Test(arguments: [
    ["-I\(Repository.schemas)"], ["-I", Repository.schemas], ["--import-path", Repository.schemas],
    ["--import-path=\(Repository.schemas)"],
  ])
  func valuesOfOptions(_ option: [String]) throws {
    let words = ["eval"] + option + ["--", Repository.everything, "constInt8"]
    let run = try Run.stow(words)
    #expect(run.errors == "")
    #expect(run.text == "-128\n")
  }
}
