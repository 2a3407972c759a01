import Foundation
import Testing

@testable import StowCommand

/// The scripts that complete a command line.
struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func scriptIsSound(_ shell: String) throws {
    let script = try Run.stow(["completions", shell])
    #expect(script.code == 0)
    for word in ["convert", "segment-size", "flat-packed"] { #expect(script.text.contains(word)) }
    guard let program = Programs.find(shell) else { return }
    let folder = try TemporaryFolder()
    let check = try Run.program(program, ["-n", folder.file("script", script.output).path])
    #expect(check.code == 0, "\(check.errors)")
  }

  @Test(
    .enabled(if: Programs.find("bash") != nil, "bash is not installed"),
    arguments: [
      ("stow con", ["convert", "config"]),
      ("stow ", StowTool.commands.map { $0.syntax.name } + ["--help", "--version"]),
      ("stow diff --js", ["--json"]), ("stow plot model --what po", ["pools"]),
      ("stow inspect --type Spatial", ["SpatialPooler"]),
      (
        "stow verify a b c \(Repository.root.path)/Pack",
        ["\(Repository.root.path)/Package.swift"]
      ),
      ("stow convert --sh", ["--short"]), ("stow convert --seg", ["--segment-size="]),
      (
        "stow convert jso",
        (["binary", "packed", "flat", "flat-packed", "canonical", "text", "json"]).map {
          "json:\($0)"
        }
      ),
      ("stow convert json:flat", ["flat", "flat-packed"]),
      ("stow convert --short packed:js", ["json"]),
      ("stow eval -o pa", ["packed"]), ("stow eval --output=pa", ["packed"]),
      ("stow completions ", ["bash", "zsh", "fish"]),
      (
        "stow convert json:text \(Repository.root.path)/Pack",
        ["\(Repository.root.path)/Package.swift"]
      ),
    ])
  func bashOffers(_ line: String, _ expected: [String]) throws {
    let script = try Run.stow(["completions", "bash"]).text
    let bash = try #require(Programs.find("bash"))
    let words =
      "\(script)\nCOMP_LINE=\"$1\" COMP_POINT=${#1} _stow\nprintf '%s\\n' \"${COMPREPLY[@]}\""
    let run = try Run.program(bash, ["-c", words, "bash", line])
    #expect(run.text.split(separator: "\n").map(String.init) == expected, "\(run.errors)")
  }
}
