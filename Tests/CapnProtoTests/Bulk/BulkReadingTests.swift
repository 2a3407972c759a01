import CapnProto
import Testing

/// Lists of scalars, read as a whole.
@Suite struct BulkReadingTests {
  /// Expects a list to give some values in each of the ways that there are.
  private func expect<T: BitwiseScalar & Equatable>(
    _ list: ScalarListReader<T>, _ values: [T], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(Array(list) == values, sourceLocation: sourceLocation)
    #expect(ContiguousArray(list) == ContiguousArray(values), sourceLocation: sourceLocation)
    #expect(list.map { $0 } == values, sourceLocation: sourceLocation)
    #expect(list.elementsEqual(values), sourceLocation: sourceLocation)
    let fromBuffer = unsafe list.withUnsafeBufferPointer { unsafe Array($0) }
    #expect(fromBuffer == values, sourceLocation: sourceLocation)
    let fromSpan = list.withSpan { span in span.indices.map { span[$0] } }
    #expect(fromSpan == values, sourceLocation: sourceLocation)
    #expect(list.count == values.count, sourceLocation: sourceLocation)
    #expect(Array(list.reversed()) == values.reversed(), sourceLocation: sourceLocation)
    #expect(Array(list.dropFirst()) == Array(values.dropFirst()), sourceLocation: sourceLocation)
  }

  @Test(arguments: Storage.allCases)
  func everyScalar(storage: Storage) throws {
    let message = storage.builder
    try message.initRoot(Lists.self).fillSample()
    let read = try message.reread().root(Lists.self)
    try expect(read.int8s, [.min, -1, 0, .max])
    try expect(read.int16s, [.min, -1, 0, .max, 5])
    try expect(read.int32s, [.min, -1, 0, .max, 5])
    try expect(read.int64s, [.min, -1, 0, .max])
    try expect(read.uint8s, [0, 1, .max])
    try expect(read.uint16s, [0, 1, .max])
    try expect(read.uint32s, [0, 1, .max])
    try expect(read.uint64s, [0, 1, .max])
    try expect(
      read.float32s, [0, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
    try expect(
      read.float64s, [-0.0, .infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
    #expect(try read.int64s.isContiguous && read.uint8s.isContiguous)
  }

  @Test func emptyAndAbsentLists() throws {
    let message = MessageBuilder()
    try message.initRoot(Lists.self).initInt32s(count: 0)
    let read = try message.reread().root(Lists.self)
    try expect(read.int32s, [])
    try expect(read.float64s, [])
    try expect(read.uint8s, [])
  }

  @Test func defaults() throws {
    let read = try MessageBuilder().initRoot(PointerDefaults.self).asReader
    try expect(read.int8s, [-1, 127])
    try expect(read.int64s, [.min, .max])
    try expect(read.float32s, [0.5, -.infinity])
    expect(constInts, [1, -1, .max])
  }

  @Test func listsThatAreSpreadOverStructs() throws {
    let message = MessageBuilder()
    let any = try message.initRoot(Vessel.self).initAny()
    func spread<T: BitwiseScalar & Equatable>(_ values: [T]) throws -> ScalarListReader<T> {
      let list = try any.initialize(List<FromEightBytes>.self, count: values.count)
      for (index, value) in values.enumerated() {
        list[index]._raw.setScalar(value, at: 0)
        list[index].more = .max
      }
      let read = try message.reread().root(Vessel.self).any.get(List<T>.self)
      #expect(!read.isContiguous)
      return read
    }
    try expect(spread([-1, 2, .max] as [Int8]), [-1, 2, .max])
    try expect(spread([-1, 2, .max] as [Int16]), [-1, 2, .max])
    try expect(spread([-1, 2, .max] as [Int32]), [-1, 2, .max])
    try expect(spread([-1, 2, .max] as [Int64]), [-1, 2, .max])
    try expect(spread([1, 2, .max] as [UInt8]), [1, 2, .max])
    try expect(spread([1, 2, .max] as [UInt16]), [1, 2, .max])
    try expect(spread([1, 2, .max] as [UInt32]), [1, 2, .max])
    try expect(spread([1, 2, .max] as [UInt64]), [1, 2, .max])
    try expect(spread([0.5, -2] as [Float]), [0.5, -2])
    try expect(spread([0.5, -2] as [Double]), [0.5, -2])
  }

  @Test func wideElementsReadAsNarrowOnes() throws {
    let message = MessageBuilder()
    let any = try message.initRoot(Vessel.self).initAny()
    try any.initialize(List<UInt32>.self, count: 3).copy(from: [1, 0xffff_0002, 3])
    let read = try message.reread().root(Vessel.self).any.get(List<UInt16>.self)
    expect(read, [1, 2, 3])
  }

  @Test func enumsHaveNoBufferButAreRead() throws {
    let lists = try MessageBuilder().initRoot(Lists.self)
    try lists.setColors([.blue, .unrecognized(9), .red])
    let colors = try lists.asReader.colors
    #expect(Array(colors) == [.blue, .unrecognized(9), .red])
    #expect(ContiguousArray(colors).count == 3)
    let storage: Int? = unsafe colors.withContiguousStorageIfAvailable { $0.count }
    #expect(storage == nil)
  }

  @Test func errorsOfTheBodyArePassedOn() throws {
    struct Stop: Error {}
    let lists = try MessageBuilder().initRoot(Lists.self)
    try lists.setInt32s([1])
    let list = try lists.asReader.int32s
    #expect(throws: Stop.self) { unsafe try list.withUnsafeBufferPointer { _ in throw Stop() } }
    #expect(throws: Stop.self) { try list.withSpan { _ in throw Stop() } }
  }
}
