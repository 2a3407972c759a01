import CapnProto
import Foundation
import Testing

/// Cap'n Proto's `Data`.
@Suite struct BytesTests {
  @Test(arguments: Storage.allCases, [0, 1, 7, 8, 9, 1000])
  func bytesComeBack(storage: Storage, count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let message = storage.builder
    try message.initRoot(Pointers.self).setData(bytes)
    let read = try message.reread().root(Pointers.self)
    #expect(try read.hasData && Array(read.data) == bytes && read.data.count == count)
    #expect(try Data(read.data) == Data(bytes))
  }

  @Test func everySourceOfBytesIsTaken() throws {
    let root = try MessageBuilder().initRoot(Pointers.self)
    try root.setData([1, 2, 3])
    #expect(try Array(root.asReader.data) == [1, 2, 3])
    try root.setData([1, 2, 3, 4][1...2])
    #expect(try Array(root.asReader.data) == [2, 3])
    try root.setData(ContiguousArray<UInt8>([5]))
    #expect(try Array(root.asReader.data) == [5])
    try root.setData(Data([6, 7]))
    #expect(try Array(root.asReader.data) == [6, 7])
    try root.setData(Data([0, 8, 9])[1...])
    #expect(try Array(root.asReader.data) == [8, 9])
    try root.setData(root.asReader.data)
    #expect(try Array(root.asReader.data) == [8, 9], "its own bytes")
  }

  @Test func bytesAreChangedInPlace() throws {
    let message = MessageBuilder()
    let data = try message.initRoot(Pointers.self).initData(count: 4)
    data[0] = 1
    unsafe data.withUnsafeMutableBytes { bytes in unsafe bytes[3] = 9 }
    #expect(data[3] == 9 && data.count == 4)
    #expect(try Array(message.reread().root(Pointers.self).data) == [1, 0, 0, 9])
  }

  @Test func bytesAreReadInPlace() throws {
    let root = try MessageBuilder().initRoot(Pointers.self)
    try root.setData([1, 2, 3])
    let data = try root.asReader.data
    #expect(data.withSpan { span in span.byteCount } == 3)
    let sum = unsafe data.withUnsafeBytes { unsafe $0.reduce(0) { $0 + Int($1) } }
    #expect(sum == 6 && data.first == 1 && data.last == 3 && data.contains(2))
  }

  @Test func bytesAreComparedAndHashed() throws {
    let lists = try MessageBuilder().initRoot(Lists.self)
    try lists.setDatas([[1, 2], [1, 2], [1], []])
    let datas = try lists.asReader.datas.map { $0 }
    #expect(datas[0] == datas[1] && datas[0] != datas[2] && Set(datas).count == 3)
  }

  @Test func dataIsAListOfBytes() throws {
    let message = MessageBuilder()
    let any = try message.initRoot(Vessel.self).initAny()
    try any.initialize(Bytes.self, count: 2)[1] = 5
    #expect(try Array(any.asReader.get(List<UInt8>.self)) == [0, 5])
    try any.initialize(List<UInt8>.self, count: 1)[0] = 6
    #expect(try Array(any.asReader.get(Bytes.self)) == [6])
    expectError(.malformed) { try any.asReader.get(Text.self) }
  }
}
