import Testing

@testable import HTM

/// Keys have Python's hashes, and dictionaries its order.
struct PythonOrderTests {
  private static func number(_ bits: Reference) throws -> Double {
    Double(bitPattern: UInt64(bitPattern: try #require(Int64(bits.string))))
  }

  @Test func hashesArePythons() throws {
    let recorded = try Reference("runs_python/dictionaries.json")
    for pair in try recorded["numbers"].items {
      let number = try Self.number(pair[0])
      #expect(try EncoderInput.number(number).pythonHash == Int(pair[1].string), "\(number)")
    }
    for pair in try recorded["texts"].items {
      let text = try pair[0].string
      #expect(try EncoderInput.text(text).pythonHash == Int(pair[1].string), "\(text)")
    }
  }

  @Test func orderIsPythons() throws {
    for pair in try Reference("runs_python/dictionaries.json")["orders"].items {
      var order = PythonOrder<EncoderInput, Int>()
      for key in try pair[0].items {
        order.update(.number(try Self.number(key)), default: 0) { $0 += 1 }
      }
      #expect(try order.elements.map(\.key.number) == pair[1].items.map { try Self.number($0) })
    }
  }
}
