import CapnProto
import Foundation
import Testing

/// Values that follow one another in memory are those of a stream.
@Suite struct ValueRangeTests {
  @Test(arguments: [
    "", " \n", "# a comment\n", "(a = 1)", " \n{\"a\": [1, 2]} {}\n\n [\"]\"] x", "()()\n()",
    "(a = \"# none\")\n# one (\n (b = 2)", ")(", "{\"open", "(((\n",
  ]) func areThoseOfAStream(text: String) throws {
    let bytes = Data(text.utf8)
    var splitter = ValueSplitter()
    splitter.append(bytes)
    var ranges = ValueRanges(bytes)
    var isOver = false
    while !isOver {
      var value = try splitter.next()
      if value == nil {
        value = splitter.finish()
        isOver = true
      }
      let range = ranges.next()
      #expect(range.map { Array(bytes[$0]) } == value)
      if value != nil { #expect(ranges.line == splitter.line) }
    }
  }
}
