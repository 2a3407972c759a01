import CapnProto
import Testing

/// A list of scalars or pointers can become a list of structs in a newer schema, and both programs
/// read what the other wrote.
@Suite struct ListUpgradeTests {
  /// A message whose root's pointer leads to what a function makes.
  private func vessel(
    _ storage: Storage = .oneSegment, _ fill: (AnyPointer.Builder) throws -> Void
  ) throws -> Vessel.Reader {
    let message = storage.builder
    try fill(message.initRoot(Vessel.self).initAny())
    return try message.reread().root(Vessel.self)
  }

  @Test(arguments: Storage.allCases)
  func scalarListsReadAsStructs(storage: Storage) throws {
    let bytes = try vessel(storage) { try $0.initialize(List<UInt8>.self, count: 3)[2] = 9 }
    #expect(try bytes.any.get(List<FromByte>.self).map(\.value) == [0, 0, 9])
    #expect(try bytes.any.get(List<FromByte>.self)[2].note.isEmpty)

    let shorts = try vessel(storage) {
      try $0.initialize(List<Int16>.self, count: 2).copy(from: [-1, 7])
    }
    let upgraded = try shorts.any.get(List<FromTwoBytes>.self)
    #expect(upgraded.map(\.value) == [-1, 7])
    #expect(upgraded.map(\.second) == [-9, -9], "the field that came later has its default")

    let floats = try vessel(storage) {
      try $0.initialize(List<Float>.self, count: 2).copy(from: [0.5, -1])
    }
    #expect(try floats.any.get(List<FromFourBytes>.self).map(\.value) == [0.5, -1])
    #expect(try floats.any.get(List<FromFourBytes>.self)[1].note == "none yet")

    let longs = try vessel(storage) {
      try $0.initialize(List<UInt64>.self, count: 2).copy(from: [.max, 1])
    }
    #expect(try longs.any.get(List<FromEightBytes>.self).map(\.value) == [.max, 1])
    #expect(try longs.any.get(List<FromEightBytes>.self).map(\.more) == [77, 77])
  }

  @Test(arguments: Storage.allCases)
  func pointerListsReadAsStructs(storage: Storage) throws {
    let texts = try vessel(storage) {
      try $0.initialize(List<Text>.self, count: 2).set(1, to: "one")
    }
    #expect(try texts.any.get(List<FromText>.self).map { try $0.value.string } == ["", "one"])
    #expect(try texts.any.get(List<FromText>.self).map(\.length) == [5, 5])

    let lists = try vessel(storage) {
      try $0.initialize(List<List<Int32>>.self, count: 1).initialize(0, count: 2)[1] = 4
    }
    #expect(try Array(lists.any.get(List<FromList>.self)[0].value) == [0, 4])
  }

  @Test func voidListReadsAsStructsOfDefaults() throws {
    let voids = try vessel { try $0.initialize(List<VoidValue>.self, count: 4) }
    #expect(try voids.any.get(List<FromVoid>.self).map(\.number) == [4, 4, 4, 4])
  }

  @Test(arguments: Storage.allCases)
  func structListsReadAsTheirFirstField(storage: Storage) throws {
    let pairs = try vessel(storage) {
      let list = try $0.initialize(List<FromTwoBytes>.self, count: 3)
      for index in 0..<3 { list[index].value = Int16(index * 100) }
      try list[1].setNote("a newer field")
    }
    let numbers = try pairs.any.get(List<Int16>.self)
    #expect(Array(numbers) == [0, 100, 200] && !numbers.isContiguous)

    let texts = try vessel(storage) {
      try $0.initialize(List<FromText>.self, count: 2)[0].setValue("zero")
    }
    #expect(try texts.any.get(List<Text>.self).map(\.string) == ["zero", ""])

    let lists = try vessel(storage) {
      try $0.initialize(List<FromList>.self, count: 1)[0].setValue([1, 2])
    }
    #expect(try lists.any.get(List<List<Int32>>.self).map { Array($0) } == [[1, 2]])
    #expect(try lists.any.get(List<VoidValue>.self).count == 1)
  }

  @Test func structListsWithoutTheFieldAreRefused() throws {
    let noData = try vessel { try $0.initialize(List<PointersOnly>.self, count: 1) }
    expectError(.malformed) { try noData.any.get(List<UInt8>.self).first }
    expectError(.malformed) { try noData.any.get(List<UInt64>.self).first }
    let noPointers = try vessel { try $0.initialize(List<FromEightBytes>.self, count: 1) }
    expectError(.malformed) { try noPointers.any.get(List<Text>.self).count }
    expectError(.malformed) { try noPointers.any.get(List<List<Int8>>.self).count }
  }

  @Test func bitsAreNeverUpgradedNorDowngraded() throws {
    let bits = try vessel { try $0.initialize(List<Bool>.self, count: 9)[8] = true }
    expectError(.malformed) { try bits.any.get(List<FromBool>.self).count }
    expectError(.malformed) { try bits.any.get(List<UInt8>.self).count }
    expectError(.malformed) { try bits.any.get(List<Text>.self).count }
    let bytes = try vessel { try $0.initialize(List<UInt8>.self, count: 2) }
    expectError(.malformed) { try bytes.any.get(List<Bool>.self).count }
    let structs = try vessel { try $0.initialize(List<FromBool>.self, count: 2)[1].value = true }
    expectError(.malformed) { try structs.any.get(List<Bool>.self).count }
  }

  @Test func narrowElementsAreNotReadAsWideOnes() throws {
    let bytes = try vessel { try $0.initialize(List<UInt8>.self, count: 8) }
    expectError(.malformed) { try bytes.any.get(List<UInt16>.self).count }
    expectError(.malformed) { try bytes.any.get(List<Text>.self).count }
    let voids = try vessel { try $0.initialize(List<VoidValue>.self, count: 8) }
    expectError(.malformed) { try voids.any.get(List<UInt8>.self).count }
    let longs = try vessel { try $0.initialize(List<UInt64>.self, count: 2) }
    expectError(.malformed) { try longs.any.get(List<Text>.self).count }
    let texts = try vessel { try $0.initialize(List<Text>.self, count: 2) }
    expectError(.malformed) { try texts.any.get(List<UInt64>.self).count }
  }

  @Test func wideElementsReadAsTheirLowBytes() throws {
    let longs = try vessel {
      try $0.initialize(List<UInt64>.self, count: 2).copy(from: [0x1122_3344, 0xff])
    }
    #expect(try Array(longs.any.get(List<UInt8>.self)) == [0x44, 0xff])
    #expect(try Array(longs.any.get(List<UInt16>.self)) == [0x3344, 0xff])
    #expect(try longs.any.get(List<UInt16>.self).withSpan { $0[0] } == 0x3344)
  }
}
