import Foundation
import Stowage
import Testing

@Suite struct CodableScalarTests {
  private func value(_ value: some Encodable) throws -> Value { try ValueEncoder().encode(value) }

  private struct Held<T: Codable & Equatable>: Codable, Equatable {
    var number: T
    var maybe: T?
  }

  @Test func wholeNumbersOfAllWidthsAreExact() throws {
    func check<T: FixedWidthInteger & Codable>(_ type: T.Type) throws {
      for number in [T.min, T.max, 0, 1, T.max / 3] { try expectSame(number) }
      try expectSame([T.min, T.max])
      try expectSame([T.max: T.min])
      try expectSame(Held(number: T.max, maybe: T.min))
      try expectSame(Held(number: T.min, maybe: nil))
    }
    try check(Int8.self)
    try check(Int16.self)
    try check(Int32.self)
    try check(Int64.self)
    try check(Int.self)
    try check(UInt8.self)
    try check(UInt16.self)
    try check(UInt32.self)
    try check(UInt64.self)
    try check(UInt.self)
    try check(Int128.self)
    try check(UInt128.self)
  }

  @Test func largeUnsignedNumbersAreUInts() throws {
    #expect(try value(UInt64.max) == .uint(.max))
    #expect(try value(UInt64(Int64.max)) == .int(.max))
    #expect(try value(UInt64(Int64.max) + 1) == .uint(UInt64(Int64.max) + 1))
    #expect(try value(Int128.max) == .string("170141183460469231731687303715884105727"))
    #expect(try value(Int128(-5)) == -5)
  }

  @Test func everyBitOfAFloatStays() throws {
    let patterns: [UInt32] = [
      0, 0x8000_0000, 1, 0x7F80_0000, 0xFF80_0000, 0x7FC0_0000, 0x7FC1_2345, 0xFFC0_0001,
      0x7F80_0001, 0xFFA5_5A5A, 0x0080_0000, 0x7F7F_FFFF, 0x3DCC_CCCD,
    ]
    for pattern in patterns {
      let number = Float(bitPattern: pattern)
      #expect(try roundTrip(number).bitPattern == pattern)
      #expect(try roundTrip([number])[0].bitPattern == pattern)
      guard case .double = try value(number) else {
        Issue.record("a Float is no double")
        continue
      }
    }
    #expect(try value(Float(0.1)) == .double(Double(Float(0.1))))
  }

  @Test func everyBitOfADoubleStays() throws {
    let patterns: [UInt64] = [
      0, 1 << 63, 1, 0x7FF0_0000_0000_0000, 0xFFF0_0000_0000_0000, 0x7FF8_0000_0000_0000,
      0x7FF8_0000_DEAD_BEEF, 0x7FF0_0000_0000_0001, 0xFFF7_FFFF_FFFF_FFFF, 0x3FB9_9999_9999_999A,
    ]
    for pattern in patterns {
      let number = Double(bitPattern: pattern)
      #expect(try roundTrip(number).bitPattern == pattern)
      #expect(try roundTrip(["x": [number]])["x"]?[0].bitPattern == pattern)
    }
  }

  @Test func bytesAndDatesAreWhatTheyAre() throws {
    #expect(try value(Data([0, 255, 128])) == .bytes(Data([0, 255, 128])))
    #expect(try value([0, 255, 128] as [UInt8]) == .bytes(Data([0, 255, 128])))
    let date = Date(timeIntervalSinceReferenceDate: 0.1 + 0.2)
    #expect(try value(date) == .date(date))
    for seconds in [0.1 + 0.2, -1e300, .infinity, .leastNonzeroMagnitude, 786_000_000.123456789] {
      let back = try roundTrip(Date(timeIntervalSinceReferenceDate: seconds))
      #expect(back.timeIntervalSinceReferenceDate.bitPattern == seconds.bitPattern)
    }
    try expectSame(Data())
    try expectSame([Data([1]), Data()])
    // What was an array of numbers, or was written by a language without bytes.
    #expect(try ValueDecoder().decode(Data.self, from: [1, 2]) == Data([1, 2]))
    #expect(try ValueDecoder().decode([UInt8].self, from: [1, 2]) == [1, 2])
    #expect(try ValueDecoder().decode([Int].self, from: .bytes(Data([1, 2]))) == [1, 2])
    #expect(throws: DecodingError.self) { try ValueDecoder().decode(Data.self, from: [1, 256]) }
  }

  @Test func typesOfFoundationKeepTheirOwnForm() throws {
    try expectSame(URL(string: "https://example.org/a?b#c"))
    try expectSame(URL(string: "d/e", relativeTo: URL(string: "https://example.org/a/")))
    try expectSame(UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"))
    try expectSame(Decimal(string: "-12345678901234567890.123456789"))
    try expectSame(IndexSet([1, 2, 3, 9]))
    try expectSame(DateComponents(year: 2020, month: 2, day: 29))
    try expectSame(Locale(identifier: "de_CH"))
    try expectSame(CGRect(x: 0.1, y: 2, width: 3, height: -0.0))
    #expect(try value(UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F")).string != nil)
  }

  @Test func textsAreKeptByteForByte() throws {
    for text in ["", "é", "e\u{301}", "\0", "🧑‍🚀", String(repeating: "x", count: 100_000)] {
      #expect(try Array(roundTrip(text).utf8) == Array(text.utf8))
      #expect(try Array(roundTrip([text])[0].utf8) == Array(text.utf8))
    }
    try expectSame([Character("a"), "🧑‍🚀"].map { String($0) })
    try expectSame(Set(["a", "b"]))
  }

  @Test func numbersOfOtherKindsAreTakenWhereTheyAreExact() throws {
    let decoder = ValueDecoder()
    #expect(try decoder.decode(Int.self, from: 3.0) == 3)
    #expect(try decoder.decode(Double.self, from: 3) == 3)
    #expect(try decoder.decode(UInt8.self, from: .uint(255)) == 255)
    #expect(try decoder.decode(Float.self, from: 0.1) == 0.1)
    #expect(try decoder.decode(Float.self, from: .double(.infinity)) == .infinity)
    #expect(throws: DecodingError.self) { try decoder.decode(Int.self, from: 3.5) }
    #expect(throws: DecodingError.self) { try decoder.decode(Int.self, from: .double(.nan)) }
    #expect(throws: DecodingError.self) { try decoder.decode(UInt.self, from: -1) }
    #expect(throws: DecodingError.self) { try decoder.decode(Int8.self, from: 128) }
    #expect(throws: DecodingError.self) { try decoder.decode(Float.self, from: 1e300) }
    #expect(throws: DecodingError.self) { try decoder.decode(Double.self, from: .int(.max)) }
    #expect(throws: DecodingError.self) { try decoder.decode(Bool.self, from: 1) }
    #expect(throws: DecodingError.self) { try decoder.decode(Int.self, from: true) }
    #expect(throws: DecodingError.self) { try decoder.decode(Int.self, from: "1") }
    #expect(throws: DecodingError.self) { try decoder.decode(Int128.self, from: "one") }
  }
}
