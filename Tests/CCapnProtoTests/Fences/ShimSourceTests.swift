import Foundation
import Testing

/// The C++ of the shim, as each compiler of this machine sees it.
@Suite(.enabled(if: !Compiler.forCxx.isEmpty, "there are no C++ compilers"))
struct ShimSourceTests {
  @Test(arguments: Compiler.forCxx)
  func compilesWithoutWarnings(compiler: Compiler) throws {
    let sources = Repository.files(in: "Sources/CCapnProto").filter { $0.hasSuffix(".cpp") }
    #expect(sources.count > 5)
    let outcome = try compiler.check(sources.map { Repository.root.appending(path: $0) })
    #expect(outcome.status == 0, "\(outcome)")
  }

  /// libcapnp's headers, as of another version.
  private func check(version: Int) throws -> Compiler.Outcome {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      """
      #pragma GCC system_header
      #include_next <capnp/common.h>
      #undef CAPNP_VERSION
      #define CAPNP_VERSION \(version)
      """, to: "include/capnp/common.h")
    let source = try folder.write("#include \"Exposed.hpp\"\n", to: "guard.cpp")
    return try Compiler.forCxx[0].check(
      [source], "-Wno-unused", "-isystem", folder.url.appending(path: "include").path,
      "-I\(Repository.shim.path)")
  }

  @Test(arguments: [9_001, 10_000, 10_002])
  func refusesVersionsWithTheDefect(version: Int) throws {
    let outcome = try check(version: version)
    #expect(outcome.status != 0)
    #expect(outcome.output.contains("CVE-2022-46149"), "\(outcome)")
  }

  @Test(arguments: [9_002, 10_003, 1_000_001, 1_004_000])
  func takesVersionsWithout(version: Int) throws {
    let outcome = try check(version: version)
    #expect(outcome.status == 0, "\(outcome)")
  }
}
