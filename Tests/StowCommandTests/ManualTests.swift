import Foundation
import Testing

@testable import StowCommand

/// The pages of the manual are what the commands say of themselves.
struct ManualTests {
  private static let folder = Repository.root.appending(path: "Sources/stow/Manual")

  @Test func pagesAreUpToDate() throws {
    var pages = ["stow.1": try Run.stow(["help", "--man"])]
    for command in StowTool.commands {
      let name = command.syntax.name
      pages["stow-\(name).1"] = try Run.stow(["help", "--man", name])
    }
    for (name, run) in pages {
      #expect(run.code == 0)
      let page = try? String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      #expect(page == run.text, "Sources/stow/Manual/\(name) is out of date: run Scripts/manual")
    }
    let committed = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(committed) == Set(pages.keys), "run Scripts/manual")
  }

  @Test(.enabled(if: Programs.find("groff") != nil, "groff is not installed"))
  func pagesAreSound() throws {
    let groff = try #require(Programs.find("groff"))
    for command in StowTool.commands {
      let page = Self.folder.appending(path: "stow-\(command.syntax.name).1").path
      let run = try Run.program(groff, ["-man", "-Tutf8", "-ww", "-z", page])
      #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    }
  }
}
