import Foundation
import Testing

@testable import StowCommand

/// Rows of all the forms that files have.
struct CSVReaderTests {
  private func rows(_ text: String) throws -> [[String]] {
    var reader = CSVReader()
    var rows: [[String]] = []
    for byte in text.utf8 { if let row = try reader.add(byte) { rows.append(row.fields) } }
    if let row = try reader.finish() { rows.append(row.fields) }
    return rows
  }

  @Test(
    arguments: [
      ("", []), ("a,b", [["a", "b"]]), ("a,b\n", [["a", "b"]]), ("a\r\nb\r\n", [["a"], ["b"]]),
      ("a\n\n  \n\r\nb", [["a"], ["b"]]), ("\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("\"a,\"\"b\nc\",d\n", [["a,\"b\nc", "d"]]), ("a,,\n,\n", [["a", "", ""], ["", ""]]),
      ("\"\"\nx", [[""], ["x"]]), ("a\"b,c", [["a\"b", "c"]]),
      ("\"a\"\r\n\"b\" ,c", [["a"], ["b ", "c"]]),
    ] as [(String, [[String]])])
  func rowsAreRead(_ text: String, _ expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test func faultsSayTheLine() {
    for (text, line) in [("a\nb\n\"c\nd", 3), ("a\n\"b\"c\n", 2)] {
      let fault = #expect(throws: CSVReader.Fault.self) { try rows(text) }
      #expect(fault?.line == line)
    }
    #expect(throws: CSVReader.Fault.self) { try rows(String(repeating: "x", count: 2 << 20)) }
  }
}
