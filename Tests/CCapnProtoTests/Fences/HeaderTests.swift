import Foundation
import Testing

/// The header alone, as strict C and as C++.
@Suite(
  .enabled(if: !Compiler.forC.isEmpty && !Compiler.forCxx.isEmpty, "there are no C compilers"))
struct HeaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A source that has nothing but the header, and perhaps a last line.
  private func source(_ lastLine: String = "", isCxx: Bool) throws -> URL {
    try folder.write(
      "#include \"CCapnProto.h\"\n#include \"CCapnProto.h\"\n\(lastLine)\n",
      to: isCxx ? "header.cpp" : "header.c")
  }

  private func check(
    _ compiler: Compiler, _ lastLine: String = "", include: URL = Repository.header
  ) throws -> Compiler.Outcome {
    try compiler.check(
      [source(lastLine, isCxx: compiler.isCxx)], "-pedantic", "-Wundef",
      "-I\(include.deletingLastPathComponent().path)")
  }

  @Test(arguments: Compiler.forC + Compiler.forCxx)
  func compilesAlone(compiler: Compiler) throws {
    // Nothing may be missing, neither an include nor a name.
    let line = "int main(void) { ccapnp_error_clear(0); return sizeof(size_t) == 0; }"
    let outcome = try check(compiler, line)
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test(arguments: Compiler.forC)
  func isCheckedStrictly(compiler: Compiler) throws {
    // Were a header with such a thing accepted, the test above would prove nothing.
    let header = try String(contentsOf: Repository.header, encoding: .utf8)
    let flaws = [
      "typedef struct { int a; struct { int b; }; int c[]; } *ok; enum { flaw = 1LL << 40 };",
      "typedef struct {} flaw;", "int flaw(bool);", "int flaw(std::string);", "inline flaw(void);",
      "#define flaw(x...) x",
    ]
    for flaw in flaws {
      let copy = try folder.write(
        header.replacing("#ifdef __cplusplus\n}", with: "\(flaw)\n#ifdef __cplusplus\n}"),
        to: "flawed/CCapnProto.h")
      #expect(try check(compiler, include: copy).status != 0, "\(flaw)")
    }
  }
}
