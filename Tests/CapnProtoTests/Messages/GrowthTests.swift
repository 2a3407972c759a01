import CapnProto
import Foundation
import Testing

/// How messages grow, and how they do not.
@Suite struct GrowthTests {
  @Test func assigningAgainTakesNoMemory() throws {
    let message = MessageBuilder()
    let root = try message.initRoot(Pointers.self)
    let lists = try root.initAnyPointer().initialize(Lists.self)
    func assign(_ round: Int) throws {
      try root.setText(round % 2 == 0 ? "sixteen letters!" : "as many as that.")
      try root.setData(Data(repeating: UInt8(truncatingIfNeeded: round), count: 100))
      try root.setList([Int32(round), 2, 3])
      try lists.setBools([true, round % 2 == 0, true])
      try lists.setFloat64s([Double(round)])
      try lists.setColors([.blue, .unrecognized(UInt16(round))])
    }
    try assign(0)
    let size = try message.byteCount
    for round in 1..<1000 { try assign(round) }
    #expect(try message.byteCount == size)
    let read = try message.reread().root(Pointers.self)
    #expect(try read.text == "as many as that." && Array(read.list) == [999, 2, 3])
    #expect(try Array(read.data) == [UInt8](repeating: 231, count: 100))
    #expect(try Array(read.anyPointer.get(Lists.self).bools) == [true, false, true])
  }

  @Test func shorterValueTakesThePlaceOfALongerOne() throws {
    let message = MessageBuilder()
    let root = try message.initRoot(Pointers.self)
    try root.setText("a text that is rather long")
    try root.setList([1, 2, 3, 4, 5])
    let size = try message.byteCount
    try root.setText("short")
    try root.setList([9])
    #expect(try message.byteCount == size)
    let read = try message.reread().root(Pointers.self)
    #expect(try read.text == "short" && Array(read.list) == [9])
    #expect(
      try !String(decoding: message.bytes(), as: UTF8.self).contains("rather long"),
      "what was longer is zeroed")
  }

  @Test func longerValueGetsAPlaceOfItsOwn() throws {
    let message = MessageBuilder()
    let root = try message.initRoot(Pointers.self)
    try root.setText("secret")
    let size = try message.byteCount
    try root.setText("a text that is rather long")
    #expect(try message.byteCount > size)
    #expect(try message.reread().root(Pointers.self).text == "a text that is rather long")
    #expect(try !String(decoding: message.bytes(), as: UTF8.self).contains("secret"))
  }

  @Test(arguments: [Int.min, -1, 0, 1, 2])
  func firstSegmentMayBeOfAnySize(words: Int) throws {
    let message = MessageBuilder(firstSegmentWords: words)
    try message.initRoot(Lists.self).fillSample()
    try message.reread().root(Lists.self).expectSample()
  }

  @Test func doublingKeepsSegmentsFew() throws {
    let message = MessageBuilder(firstSegmentWords: 1, growth: .doubling)
    let texts = try message.initRoot(Lists.self).initTexts(count: 5000)
    for index in texts.indices { try texts.set(index, to: "text number \(index)") }
    #expect(try message.segmentCount < 20)
    #expect(try message.reread().root(Lists.self).texts[4999] == "text number 4999")
  }

  @Test func fixedSegmentsRunOut() throws {
    let message = MessageBuilder(firstSegmentWords: 1, growth: .fixed)
    let texts = try message.initRoot(Lists.self).initTexts(count: 1000)
    var count = 0
    let error = expectError(.tooLarge) {
      while count < 1000 {
        try texts.set(count, to: "a text of some words")
        count += 1
      }
    }
    #expect(error?.message.contains("511 segments") == true)
    #expect(try message.segmentCount == 511)
    // What was built before is a message all the same.
    let read = try message.reread().root(Lists.self).texts
    #expect(try read[count - 1] == "a text of some words" && !read.has(at: count))
  }

  @Test func byteCountIsThatOfTheBytes() throws {
    for storage in Storage.allCases {
      let message = storage.builder
      try message.initRoot(Lists.self).fillSample()
      #expect(try message.bytes().count == message.byteCount)
      #expect(try message.reread().byteCount == message.byteCount)
      #expect(try message.packedBytes().count <= message.packedByteBound)
      #expect(try message.snapshot().byteCount == message.byteCount)
    }
  }
}
