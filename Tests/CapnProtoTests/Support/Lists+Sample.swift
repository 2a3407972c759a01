import CapnProto
import Testing

extension Lists.Builder {
  /// Fills every list.
  func fillSample() throws {
    try initVoids(count: 6)
    try setBools([true, false, false, true, true, true, false, true, true])
    try setInt8s([.min, -1, 0, .max])
    try setInt16s([.min, -1, 0, .max, 5])
    try setInt32s([.min, -1, 0, .max, 5])
    try setInt64s([.min, -1, 0, .max])
    try setUint8s([0, 1, .max])
    try setUint16s([0, 1, .max])
    try setUint32s([0, 1, .max])
    try setUint64s([0, 1, .max])
    try setFloat32s([0, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
    try setFloat64s([-0.0, .infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
    try setTexts(["", "plank", "ünïcödé 🚢"])
    try setDatas([[], [1, 2, 3], [0, 255]])
    try setColors([.blue, .unrecognized(500), .red])
    try initStructs(count: 3)[1].fillSample()
    let nested = try initNested(count: 3)
    try nested.initialize(0, count: 3).copy(from: [1, -2, 3])
    try nested.initialize(2, count: 1).copy(from: [.min])
    let deep = try initDeep(count: 2)
    try deep.initialize(1, count: 1).initialize(0, count: 2).set(1, to: "deep down")
    try initStructLists(count: 2).initialize(0, count: 2)[1].setText("in a list in a list")
    try initBoolLists(count: 1).initialize(0, count: 3).copy(from: [true, false, true])
    try initColorLists(count: 1).initialize(0, count: 1).copy(from: [.ultraViolet])
    try setPalettes([.warm, .cold])
    try initSmall(count: 2)[1].value = 77
  }
}

extension Lists.Reader {
  /// Expects what `fillSample` makes.
  func expectSample() throws {
    #expect(try voids.count == 6)
    #expect(try Array(bools) == [true, false, false, true, true, true, false, true, true])
    #expect(try Array(int8s) == [.min, -1, 0, .max])
    #expect(try Array(int16s) == [.min, -1, 0, .max, 5])
    #expect(try Array(int32s) == [.min, -1, 0, .max, 5])
    #expect(try Array(int64s) == [.min, -1, 0, .max])
    #expect(try Array(uint8s) == [0, 1, .max])
    #expect(try Array(uint16s) == [0, 1, .max])
    #expect(try Array(uint32s) == [0, 1, .max])
    #expect(try Array(uint64s) == [0, 1, .max])
    #expect(
      try Array(float32s) == [0, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
    #expect(
      try Array(float64s) == [-0.0, .infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
    #expect(try float64s[0].sign == .minus)
    #expect(try texts.map(\.string) == ["", "plank", "ünïcödé 🚢"])
    #expect(try datas.map { Array($0) } == [[], [1, 2, 3], [0, 255]])
    #expect(try Array(colors) == [.blue, .unrecognized(500), .red])
    #expect(try structs.count == 3)
    try structs[0].expectZero()
    try structs[1].expectSample()
    try structs[2].expectZero()
    try expectNestedSample()
    #expect(try Array(palettes) == [.warm, .cold])
    #expect(try small.map(\.value) == [0, 77])
  }

  private func expectNestedSample() throws {
    #expect(try nested.map { Array($0) } == [[1, -2, 3], [], [.min]])
    #expect(try nested.has(at: 0) && !nested.has(at: 1))
    #expect(try deep.count == 2)
    #expect(try deep[0].isEmpty)
    #expect(try deep[1][0].map(\.string) == ["", "deep down"])
    #expect(try structLists[0].map(\.hasText) == [false, true])
    #expect(try structLists[0][1].text == "in a list in a list")
    #expect(try structLists[1].isEmpty)
    #expect(try boolLists.map { Array($0) } == [[true, false, true]])
    #expect(try colorLists.map { Array($0) } == [[.ultraViolet]])
  }
}
