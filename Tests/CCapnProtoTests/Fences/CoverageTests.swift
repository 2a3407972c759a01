import Foundation
import Testing

/// That no function of the header goes without a test.
@Suite struct CoverageTests {
  private func withoutComments(_ text: String) -> String {
    text.replacing(/\/\*(.|\n)*?\*\//, with: "").replacing(/\/\/.*/, with: "")
  }

  private func functions() throws -> [String] {
    let header = withoutComments(try Repository.text("Sources/CCapnProto/include/CCapnProto.h"))
    let names = header.matches(of: /\b(ccapnp_\w+)\s*\(/).map { String($0.1) }
    return Array(Set(names)).sorted()
  }

  @Test func everyFunctionIsCalled() throws {
    let functions = try functions()
    #expect(functions.count > 60)
    #expect(functions.contains("ccapnp_error_clear") && functions.contains("ccapnp_unpack"))
    let calls = try Repository.files(in: "Tests/CCapnProtoTests")
      .filter { $0.hasSuffix(".swift") }
      .map { withoutComments(try Repository.text($0)) }
      .joined()
    for function in functions {
      #expect(calls.contains(function + "("), "no test calls \(function)")
    }
  }

  // Each of these is told to fail, and what then becomes of its result and error is looked at.
  @Test func everyFunctionThatCanFailIsMadeToFail() throws {
    // Only where there is no memory left, which no test brings about for each.
    let cannotFail: Set = [
      "ccapnp_builder_create", "ccapnp_builder_create_in", "ccapnp_builder_reset",
      "ccapnp_builder_root",
      "ccapnp_builder_segment_count", "ccapnp_builder_is_canonical", "ccapnp_builder_pointer_kind",
      "ccapnp_pointer_clear", "ccapnp_pointer_disown", "ccapnp_pointer_as_reader",
      "ccapnp_struct_as_reader", "ccapnp_list_as_reader",
    ]
    let header = withoutComments(try Repository.text("Sources/CCapnProto/include/CCapnProto.h"))
    let fallible = header.matches(of: /\bint (ccapnp_\w+)\([^;]*ccapnp_error \*error\)/)
      .map { String($0.1) }
    #expect(fallible.count > 50)
    let failing = try Repository.files(in: "Tests/CCapnProtoTests/Contract")
      .filter { $0.hasSuffix("FailureTests.swift") }
      .map { withoutComments(try Repository.text($0)) }
      .joined()
    for function in fallible where !cannotFail.contains(function) {
      #expect(failing.contains(function + "("), "no test sees \(function) fail")
    }
    #expect(cannotFail.isSubset(of: fallible))
  }
}
