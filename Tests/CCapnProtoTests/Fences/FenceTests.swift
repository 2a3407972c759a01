import Foundation
import Testing

/// What keeps C++ in one place: the fences of the package's architecture.
@Suite struct FenceTests {
  /// Whether a line of Swift imports the shim.
  private func importsShim(_ line: Substring) -> Bool {
    let form =
      /^\s*(@\w+(\(\w+\))?\s+)*(\w+\s+)?import\s+(\w+\s+)?CCapnProto(\.|\s|$)/
    return line.contains("CCapnProto") && line.firstMatch(of: form) != nil
  }

  /// The lines of a file, if it names the shim at all.
  private func lines(of path: String) throws -> [Substring] {
    let text = try Repository.text(path)
    return text.contains("CCapnProto") ? text.split(separator: "\n") : []
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
    // Each other C library is behind a module of its own, in C.
    #expect(
      strangers == [
        "Sources/CChecksum/Checksum.c", "Sources/CChecksum/include/CChecksum.h",
        "Sources/CZlib/Zlib.c", "Sources/CZlib/include/CZlib.h",
      ])
  }

  // Only what the header declares goes out: no C++ type, no name of libcapnp.
  @Test func theHeaderHasNoCxx() throws {
    let header = try Repository.text("Sources/CCapnProto/include/CCapnProto.h")
    #expect(Repository.files(in: "Sources/CCapnProto/include").count == 1)
    let includes = header.matches(of: /#include <(.+)>/).map { String($0.1) }
    #expect(includes == ["stddef.h", "stdint.h"])
  }
}
