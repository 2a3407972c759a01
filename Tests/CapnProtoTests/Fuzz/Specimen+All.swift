import CapnProto

extension Node.Builder {
  /// Something of everything, but not deep.
  func fillForFuzzing() throws {
    tiny = -3
    plain = 0x0102_0304
    long = 0x1122_3344_5566_7788
    real = .pi
    try setText("abcdefg")
    try setBits([true, false, true])
    try setShorts([7, 8, 9, 10, 11])
    try setTexts(["one", "twenty-two"])
    try initChildren(count: 2)[1].setBlobs([[1, 2, 3], []])
    try initLists(count: 2).initialize(1, count: 3).copy(from: [1, 2, 3])
    try initAny().initialize(List<Int32>.self, count: 3).copy(from: [4, 5, 6])
    try initBoxed().initValue().setBytes([9, 9, 9, 9, 9, 9, 9, 9, 9])
    let pair = try initPair()
    pair.weight = 100
    try pair.initLeft().setWords("left")
    try pair.right.initialize(List<Text>.self, count: 1).set(0, to: "right")
  }
}

extension Specimen {
  static let scalarLists: [any Walkable.Type] = [
    List<VoidValue>.self, List<Bool>.self, List<Int8>.self, List<UInt16>.self, List<Int32>.self,
    List<Double>.self, List<Shade>.self,
  ]

  static let pointerLists: [any Walkable.Type] = [
    List<Text>.self, List<Bytes>.self, List<List<UInt16>>.self, List<AnyPointer>.self,
    List<Capability>.self, List<AnyList>.self,
  ]

  static let structLists: [any Walkable.Type] = [
    List<Node>.self, List<Wrapper<Node>>.self, List<AnyStruct>.self,
  ]

  static let others: [any Walkable.Type] = [
    Node.self, Wrapper<AnyPointer>.self, Text.self, Bytes.self, AnyStruct.self, AnyList.self,
    Capability.self,
  ]

  static let allTypes = others + scalarLists + pointerLists + structLists

  static let all = simple + lists + farAway

  private static let simple = [
    Specimen("null", as: others, pointer: 0),
    Specimen("capability", as: [Capability.self] + others, pointer: 3 | 1 << 32),
    Specimen("root", as: others, places: [(0, 0, 0)]) {
      try $0.initRoot(Wrapper<Node>.self).initValue().fillForFuzzing()
    },
    Specimen("struct", as: [Node.self, Wrapper<Node>.self, AnyStruct.self]) {
      try $0.initRoot(Wrapper<Node>.self).initValue().fillForFuzzing()
    },
    Specimen("text", as: [Text.self, Bytes.self, List<Int8>.self], places: [(0, 1, 1)]) {
      try $0.initRoot(Wrapper<Text>.self)._raw.set(Text.self, at: 0, "thirteen chars")
    },
    Specimen("empty text", as: [Text.self, Bytes.self, AnyList.self], places: [(0, 1, 1)]) {
      try $0.initRoot(Wrapper<Text>.self)._raw.set(Text.self, at: 0, "")
    },
    Specimen("data", as: [Bytes.self, Text.self, AnyList.self], places: [(0, 1, 1)]) {
      try $0.initRoot(Wrapper<Bytes>.self).initValue(count: 11)[10] = 200
    },
  ]

  private static func list<Element: WalkableElement>(
    _ name: String, of type: Element.Type, as types: [any Walkable.Type], count: Int = 3,
    places: [(Int, Int, UInt64)] = [(0, 1, 1)],
    _ fill: (Element.ListBuilder) throws -> Void = { _ in }
  ) -> Specimen {
    Specimen("list of \(name)", as: [List<Element>.self] + types, places: places) {
      try fill($0.initRoot(Wrapper<List<Element>>.self).initValue(count: count))
    }
  }

  private static let lists = [
    list("void", of: VoidValue.self, as: scalarLists + structLists),
    list("bits", of: Bool.self, as: scalarLists, count: 19) { $0[5] = true },
    list("bytes", of: Int8.self, as: scalarLists, count: 9) { $0[8] = -1 },
    list("two bytes", of: UInt16.self, as: scalarLists + structLists, count: 5) { $0[4] = 999 },
    list("four bytes", of: Int32.self, as: scalarLists + structLists) { $0[2] = .min },
    list("eight bytes", of: Double.self, as: scalarLists + structLists) { $0[2] = .pi },
    list("texts", of: Text.self, as: pointerLists + structLists) {
      try $0.set(0, to: "first")
      try $0.set(2, to: "third")
    },
    list("lists", of: List<UInt16>.self, as: pointerLists) {
      try $0.initialize(1, count: 5)[4] = 77
    },
    list(
      "structs", of: Node.self, as: structLists + pointerLists + scalarLists, count: 2,
      places: [(0, 1, 1), (0, 2, 0)]
    ) {
      try $0[0].fillForFuzzing()
      try $0[1].setText("second")
    },
    list(
      "structs without data", of: Wrapper<Text>.self, as: structLists + pointerLists,
      places: [(0, 1, 1), (0, 2, 4)]
    ) {
      try $0[0]._raw.set(Text.self, at: 0, "first")
      try $0[2]._raw.set(Text.self, at: 0, "third")
    },
  ]

  private static let farAway = [
    Specimen(
      "far to a struct", as: [Node.self, Wrapper<AnyPointer>.self], firstSegmentWords: 2,
      places: [(0, 1, 2), (1, 0, 0)]
    ) {
      try $0.initRoot(Wrapper<Node>.self).initValue().tiny = 5
    },
    Specimen(
      "far to a list", as: [List<UInt16>.self, List<Node>.self, Bytes.self], firstSegmentWords: 2,
      places: [(0, 1, 2), (1, 0, 1)]
    ) {
      try $0.initRoot(Wrapper<List<UInt16>>.self).initValue(count: 5).copy(from: [1, 2, 3, 4, 5])
    },
    Specimen(
      "double far to a text", as: [Text.self, Bytes.self, AnyPointer.self], firstSegmentWords: 2,
      places: [(0, 1, 6), (2, 0, 2), (2, 1, 1)]
    ) {
      let holder = try $0.initRoot(Wrapper<Text>.self)
      // Two words, which leave no room for a landing pad beside them.
      let orphan = try $0.makeOrphan(Text.self, count: 15)
      unsafe try orphan.builder.withMutableUTF8 { text in
        for index in text.indices { unsafe text[index] = 0x61 }
      }
      try holder.adoptValue(orphan)
    },
    Specimen(
      "double far to structs", as: structLists + [List<Text>.self], firstSegmentWords: 3,
      places: [(0, 1, 6), (2, 0, 2), (2, 1, 1)]
    ) {
      let holder = try $0.initRoot(Wrapper<List<Wrapper<Text>>>.self)
      try holder.adoptValue($0.makeOrphan(List<Wrapper<Text>>.self, count: 2))
    },
  ]
}
