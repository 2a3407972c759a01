import Foundation
import Testing

/// What keeps C++ in one place: the fences of the package's architecture.
@Suite struct FenceTests {
  /// Whether a line of Swift imports a module.
  private func imports(_ module: String, _ line: Substring) -> Bool {
    guard line.contains(module) else { return false }
    let form = /^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:\w+\s+)?import\s+(?:\w+\s+)?(\w+)(?:\.|\s|$)/
    return line.firstMatch(of: form)?.1 == module[...]
  }

  /// Whether a line of Swift imports the shim.
  private func importsShim(_ line: Substring) -> Bool { imports("CCapnProto", line) }

  /// The lines of a file, if it names a module at all.
  private func lines(of path: String, naming module: String = "CCapnProto") throws -> [Substring] {
    let text = try Repository.text(path)
    return text.contains(module) ? text.split(separator: "\n") : []
  }

  @Test func seesImports() {
    let imports = [
      "import CCapnProto", "internal import CCapnProto", "public import CCapnProto",
      "@_implementationOnly import CCapnProto", "@testable import CCapnProto",
      "  import CCapnProto",
      "import struct CCapnProto.ccapnp_error", "@_spi(Some) public import CCapnProto",
    ]
    for line in imports { #expect(importsShim(line[...]), "\(line)") }
    let others = [
      "import CapnProto", "// import CCapnProto", "import CCapnProtoTests", "CCapnProto",
    ]
    for line in others { #expect(!importsShim(line[...]), "\(line)") }
  }

  @Test func onlyTheRuntimeImportsTheShim() throws {
    let files = Repository.files().filter { $0.hasSuffix(".swift") }
    let importers = try files.filter { try lines(of: $0).contains(where: importsShim) }
    let strangers = importers.filter {
      !$0.hasPrefix("Sources/CapnProto/") && !$0.hasPrefix("Tests/CCapnProtoTests/")
    }
    #expect(strangers == [])
    #expect(importers.contains { $0.hasPrefix("Sources/CapnProto/") })
  }

  @Test func onlyTheToolImportsZlib() throws {
    for line in ["import CZlib", "internal import CZlib"] { #expect(imports("CZlib", line[...])) }
    #expect(!imports("CZlib", "import CZlibOther"))
    let importers = try Repository.files().filter { $0.hasSuffix(".swift") }.filter {
      try lines(of: $0, naming: "CZlib").contains { imports("CZlib", $0) }
    }
    #expect(!importers.isEmpty)
    for path in importers { #expect(path.hasPrefix("Sources/StowCommand/")) }
    // In the package, too, nothing else depends on it.
    let mentions = try Repository.text("Package.swift").split(separator: "\n")
      .count { $0.contains("\"CZlib\"") }
    #expect(mentions == 2)
  }

  @Test func theRuntimeDoesNotShowTheShim() throws {
    for path in Repository.files(in: "Sources/CapnProto") where path.hasSuffix(".swift") {
      for line in try lines(of: path) where importsShim(line) {
        #expect(line == "internal import CCapnProto", "\(path)")
      }
    }
  }

  @Test func cxxIsInOnePlace() {
    let endings = [".c", ".cc", ".cpp", ".cxx", ".c++", ".h", ".hh", ".hpp", ".hxx", ".m", ".mm"]
    let strangers = Repository.files().filter { path in
      endings.contains(where: path.hasSuffix)
        && !path.hasPrefix("Sources/CCapnProto/") && !path.hasPrefix("Tests/")
    }
    // The other C libraries are behind modules of their own, in C.
    let behindModules = [
      "Sources/CChecksum/Checksum.c", "Sources/CChecksum/include/CChecksum.h",
      "Sources/CZlib/Zlib.c", "Sources/CZlib/include/CZlib.h",
    ]
    #expect(strangers.sorted() == behindModules)
  }

  // Only what the header declares goes out: no C++ type, no name of libcapnp.
  @Test func theHeaderHasNoCxx() throws {
    let header = try Repository.text("Sources/CCapnProto/include/CCapnProto.h")
    #expect(Repository.files(in: "Sources/CCapnProto/include").count == 1)
    let includes = header.matches(of: /#include <(.+)>/).map { String($0.1) }
    #expect(includes == ["stddef.h", "stdint.h"])
  }
}
