import CapnProto
import Foundation
import Testing

/// Building more than the format can hold throws, and takes no memory.
@Suite struct OverLargeTests {
  @Test(arguments: [1 << 29, 1 << 31, 1 << 32, Int.max])
  func listsOfTooManyElements(count: Int) throws {
    let message = MessageBuilder()
    let lists = try message.initRoot(Lists.self)
    let size = try message.byteCount
    let error = expectError(.tooLarge) { try lists.initInt8s(count: count) }
    #expect(error?.message.contains("2^29-1 elements") == true)
    expectError(.tooLarge) { try lists.initVoids(count: count) }
    expectError(.tooLarge) { try lists.initBools(count: count) }
    expectError(.tooLarge) { try lists.initInt64s(count: count) }
    expectError(.tooLarge) { try lists.initTexts(count: count) }
    expectError(.tooLarge) { try lists.initStructs(count: count) }
    #expect(try message.byteCount == size && !lists.hasInt8s && !lists.hasStructs)
  }

  @Test func structListsOfTooManyWords() throws {
    let message = MessageBuilder()
    let lists = try message.initRoot(Lists.self)
    let words = Int(Scalars._layout.dataWords)
    let error = expectError(.tooLarge) { try lists.initStructs(count: (1 << 29) / words) }
    #expect(error?.message.contains("2^29-2 words") == true)
    #expect(!lists.hasStructs)
  }

  @Test func listsLargerThanASegment() throws {
    let lists = try MessageBuilder().initRoot(Lists.self)
    expectError(.tooLarge) { try lists.initInt64s(count: 1 << 29 - 1) }
    expectError(.tooLarge) { try lists.initTexts(count: 1 << 29 - 1) }
  }

  @Test func textAndDataOfTooManyBytes() throws {
    let root = try MessageBuilder().initRoot(Pointers.self)
    let error = expectError(.tooLarge) { try root.initText(byteCount: 1 << 29 - 1) }
    #expect(error?.message.contains("2^29-2 bytes") == true)
    expectError(.tooLarge) { try root.initData(count: 1 << 29) }
    expectError(.tooLarge) { try root.initData(count: .max) }
    #expect(!root.hasText && !root.hasData)
  }

  @Test func negativeCounts() throws {
    let message = MessageBuilder()
    let lists = try message.initRoot(Lists.self)
    expectError(.invalidArgument) { try lists.initInt8s(count: -1) }
    expectError(.invalidArgument) { try lists.initStructs(count: .min) }
    expectError(.invalidArgument) { try lists.initTexts(count: -5) }
    let root = try message.initRoot(Pointers.self)
    expectError(.invalidArgument) { try root.initText(byteCount: -1) }
    expectError(.invalidArgument) { try root.initData(count: -1) }
  }

  @Test func collectionsOfTooManyElements() throws {
    let lists = try MessageBuilder().initRoot(Lists.self)
    expectError(.tooLarge) {
      try lists.setInt64s((0..<Int64(1) << 29).lazy.map { $0 })
    }
    expectError(.tooLarge) { try lists.setUint8s(repeatElement(7, count: 1 << 30)) }
    #expect(!lists.hasInt64s && !lists.hasUint8s)
  }

  @Test func messageStaysUsable() throws {
    let message = MessageBuilder()
    let lists = try message.initRoot(Lists.self)
    expectError(.tooLarge) { try lists.initInt64s(count: 1 << 40) }
    try lists.fillSample()
    try message.reread().root(Lists.self).expectSample()
  }
}
