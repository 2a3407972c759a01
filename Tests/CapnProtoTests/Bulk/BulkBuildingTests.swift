import CapnProto
import Testing

/// Lists that are built of whole collections.
@Suite struct BulkBuildingTests {
  private func build(_ set: (Lists.Builder) throws -> Void) throws -> Lists.Reader {
    let message = Storage.growingSegments.builder
    try set(message.initRoot(Lists.self))
    return try message.reread().root(Lists.self)
  }

  @Test func everyKindOfCollection() throws {
    #expect(try Array(build { try $0.setInt32s([3, 1, 2]) }.int32s) == [3, 1, 2])
    #expect(try Array(build { try $0.setInt32s([9, 3, 1, 2][1...2]) }.int32s) == [3, 1])
    #expect(try Array(build { try $0.setInt32s(ContiguousArray([5])) }.int32s) == [5])
    #expect(try Array(build { try $0.setInt32s(-2..<3) }.int32s) == [-2, -1, 0, 1, 2])
    #expect(try Array(build { try $0.setInt32s(4...5) }.int32s) == [4, 5])
    #expect(try Array(build { try $0.setInt32s(repeatElement(7, count: 3)) }.int32s) == [7, 7, 7])
    #expect(try Array(build { try $0.setInt32s([1, 2, 3].reversed()) }.int32s) == [3, 2, 1])
    #expect(
      try Array(build { try $0.setInt32s((1...3).lazy.map { $0 * $0 }) }.int32s) == [1, 4, 9])
    #expect(try Array(build { try $0.setInt32s(Set([8])) }.int32s) == [8])
    #expect(try Array(build { try $0.setInt32s([Int32]()) }.int32s).isEmpty)
    #expect(try Array(build { try $0.setInt32s(CollectionOfOne(6)) }.int32s) == [6])
  }

  @Test func everyKindOfElement() throws {
    let read = try build { lists in
      try lists.setBools((0..<10).map { $0 % 2 == 0 })
      try lists.setInt8s(-1...1)
      try lists.setUint64s([.max])
      try lists.setFloat32s((0..<3).lazy.map { Float($0) / 2 })
      try lists.setFloat64s([.pi])
      try lists.setColors([.green, .blue].reversed())
      try lists.setTexts(["a", "bc"])
      try lists.setDatas([[1], [2, 3]] as [[UInt8]])
    }
    #expect(try Array(read.bools) == (0..<10).map { $0 % 2 == 0 })
    #expect(try Array(read.int8s) == [-1, 0, 1] && Array(read.uint64s) == [.max])
    #expect(try Array(read.float32s) == [0, 0.5, 1] && Array(read.float64s) == [.pi])
    #expect(try Array(read.colors) == [.blue, .green])
    #expect(try read.texts.map(\.string) == ["a", "bc"])
    #expect(try read.datas.map { Array($0) } == [[1], [2, 3]])
  }

  @Test func textsOfOtherCollections() throws {
    let words = "some words to part"
    let read = try build { try $0.setTexts(words.split(separator: " ")) }
    #expect(try read.texts.map(\.string) == ["some", "words", "to", "part"])
    let lazy = try build { try $0.setTexts((1...3).lazy.map { "number \($0)" }) }
    #expect(try lazy.texts.map(\.string) == ["number 1", "number 2", "number 3"])
  }

  @Test func listsOfOtherMessages() throws {
    let source = try build { try $0.fillSample() }
    let read = try build { lists in
      try lists.setInt32s(source.int32s)
      try lists.setInt64s(source.int32s.map { Int64($0) })
      try lists.setColors(source.colors)
      try lists.setBools(source.bools)
      try lists.setTexts(source.texts)
    }
    #expect(try Array(read.int32s) == Array(source.int32s))
    #expect(try read.int64s.map { Int32($0) } == Array(source.int32s))
    #expect(try Array(read.colors) == Array(source.colors))
    #expect(try Array(read.bools) == Array(source.bools))
    #expect(try read.texts.map(\.string) == source.texts.map(\.string))
  }

  @Test func copyingOverTheFirstElements() throws {
    let lists = try MessageBuilder().initRoot(Lists.self)
    let numbers = try lists.initInt16s(count: 4)
    numbers.copy(from: [1, 2, 3, 4])
    numbers.copy(from: [9, 8])
    #expect(Array(numbers.asReader) == [9, 8, 3, 4])
    numbers.copy(from: EmptyCollection())
    let bools = try lists.initBools(count: 3)
    bools.copy(from: [true])
    #expect(Array(bools.asReader) == [true, false, false])
  }

  @Test func buildingInPlace() throws {
    let lists = try MessageBuilder().initRoot(Lists.self)
    let numbers = try lists.initFloat64s(count: 5)
    let count = unsafe numbers.withUnsafeMutableBufferPointer { buffer in
      for index in buffer.indices { unsafe buffer[index] = Double(index) * 1.5 }
      return buffer.count
    }
    #expect(count == 5 && Array(numbers.asReader) == [0, 1.5, 3, 4.5, 6])
  }
}
