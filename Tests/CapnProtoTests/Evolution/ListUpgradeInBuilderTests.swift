import CapnProto
import Testing

/// A list that an older program made is brought to its newer form when a builder reaches it.
@Suite struct ListUpgradeInBuilderTests {
  @Test(arguments: Storage.allCases)
  func scalarListBecomesStructList(storage: Storage) throws {
    let message = storage.builder
    let any = try message.initRoot(Vessel.self).initAny()
    try any.initialize(List<Int16>.self, count: 3).copy(from: [1, -2, 3])
    let structs = try any.get(List<FromTwoBytes>.self)
    #expect(structs.map(\.value) == [1, -2, 3] && structs.map(\.second) == [-9, -9, -9])
    structs[1].second = 20
    try structs[2].setNote("upgraded")

    let read = try message.reread().root(Vessel.self).any.get(List<FromTwoBytes>.self)
    #expect(read.map(\.value) == [1, -2, 3] && read.map(\.second) == [-9, 20, -9])
    #expect(try read[2].note == "upgraded")
  }

  @Test(arguments: Storage.allCases)
  func pointerListBecomesStructList(storage: Storage) throws {
    let message = storage.builder
    let any = try message.initRoot(Vessel.self).initAny()
    let texts = try any.initialize(List<Text>.self, count: 2)
    try texts.set(0, to: "zero")
    try texts.set(1, to: "one")
    let structs = try any.get(List<FromText>.self)
    structs[1].length = 3
    let read = try message.reread().root(Vessel.self).any.get(List<FromText>.self)
    #expect(try read.map { try $0.value.string } == ["zero", "one"])
    #expect(read.map(\.length) == [5, 3])
  }

  @Test(arguments: Storage.allCases)
  func structListGetsLargerStructs(storage: Storage) throws {
    let message = storage.builder
    let shelf = try message.initRoot(ShelfBefore.self)
    let parcels = try shelf.initParcels(count: 3)
    for index in 0..<3 {
      parcels[index].weight = Int32(index)
      try parcels[index].setLabel("label \(index)")
      try parcels[index].initInside().weight = Int32(index * 10)
    }
    let upgraded = try message.root(ShelfAfter.self).parcels
    #expect(upgraded.map(\.fragile) == [true, true, true])
    #expect(upgraded.map(\.value) == [987, 987, 987])
    upgraded[1].value = 1
    try upgraded[1].inside.fragile = false
    try upgraded[2].setSender("somebody")

    let read = try message.reread().root(ShelfAfter.self).parcels
    #expect(read.map(\.weight) == [0, 1, 2] && read.map(\.value) == [987, 1, 987])
    #expect(try read.map { try $0.label.string } == ["label 0", "label 1", "label 2"])
    #expect(try read.map { try $0.inside.weight } == [0, 10, 20])
    #expect(try read.map { try $0.inside.fragile } == [true, false, true])
    #expect(try read[2].sender == "somebody" && read[0].sender == "unknown")
  }

  @Test func listThatIsLargeEnoughStaysWhereItIs() throws {
    let message = MessageBuilder()
    try message.initRoot(ShelfAfter.self).initParcels(count: 2)[1].value = 5
    let before = try message.byteCount
    #expect(try message.root(ShelfBefore.self).parcels.count == 2)
    #expect(try message.root(ShelfAfter.self).parcels[1].value == 5)
    #expect(try message.byteCount == before)
  }

  @Test func structListIsEditedThroughItsFirstField() throws {
    let message = MessageBuilder()
    let any = try message.initRoot(Vessel.self).initAny()
    let structs = try any.initialize(List<FromTwoBytes>.self, count: 3)
    for index in 0..<3 { structs[index].second = Int16(index) }
    let numbers = try any.get(List<Int16>.self)
    numbers.copy(from: [10, 11, 12])
    numbers[2] = 13
    let inPlace: Int? = unsafe numbers.withUnsafeMutableBufferPointer { $0.count }
    #expect(inPlace == nil)
    #expect(structs.map(\.value) == [10, 11, 13] && structs.map(\.second) == [0, 1, 2])
  }

  @Test(arguments: Storage.allCases)
  func structListIsEditedThroughItsFirstPointer(storage: Storage) throws {
    let message = storage.builder
    let any = try message.initRoot(Vessel.self).initAny()
    let structs = try any.initialize(List<FromText>.self, count: 2)
    try structs[0].setValue("zero")
    structs[1].length = 50
    let texts = try any.get(List<Text>.self)
    try texts.set(1, to: "one")
    #expect(try texts.asReader.map(\.string) == ["zero", "one"])
    #expect(try texts[0].string == "zero" && structs[1].asReader.value == "one")

    let copy = MessageBuilder()
    try copy.initRoot(Vessel.self).initAny().set(List<Text>.self, texts.asReader)
    let read = try copy.reread().root(Vessel.self).any.get(List<FromText>.self)
    #expect(try read.map { try $0.value.string } == ["zero", "one"])
    #expect(read.map(\.length) == [5, 50])
  }

  @Test func refusedUpgradesLeaveTheListAlone() throws {
    let any = try MessageBuilder().initRoot(Vessel.self).initAny()
    try any.initialize(List<Bool>.self, count: 3)[1] = true
    expectError(.malformed) { try any.get(List<FromBool>.self).count }
    expectError(.malformed) { try any.get(List<UInt8>.self).count }
    #expect(try Array(any.get(List<Bool>.self).asReader) == [false, true, false])
    try any.initialize(List<FromBool>.self, count: 2)[1].value = true
    expectError(.malformed) { try any.get(List<Bool>.self).count }
    try any.initialize(List<UInt8>.self, count: 2)[1] = 9
    expectError(.malformed) { try any.get(List<UInt16>.self).count }
    expectError(.malformed) { try any.get(List<Text>.self).count }
    expectError(.malformed) { try any.get(Scalars.self) }
    #expect(try any.get(List<UInt8>.self)[1] == 9)
  }
}
