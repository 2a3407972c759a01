import CapnProto
import Testing

/// The paths of errors, for each kind of pointer.
@Suite struct FieldPathTests {
  @Test(arguments: Storage.allCases)
  func fieldsOfAStruct(storage: Storage) throws {
    let expected: Set = [
      "Pointers", "Pointers.text", "Pointers.data", "Pointers.struct", "Pointers.list",
      "Pointers.anyStruct", "Pointers.importedStruct.unit.symbol", "Pointers.importedStruct",
      "Pointers.importedStruct.unit",
    ]
    let message = storage.builder
    let root = try message.initRoot(Pointers.self)
    try root.setText("text")
    try root.setData([1, 2, 3])
    try root.initStruct().int8 = 1
    try root.setList([1, 2, 3])
    try root.initAnyStructPointer().initialize(Scalars.self)
    try root.initImportedStruct().initUnit().setSymbol("m")
    let readings: [(Pointers.Reader) throws -> Void] = [
      { _ = try $0.text }, { _ = try $0.data }, { _ = try $0.struct }, { _ = try $0.list },
      { _ = try $0.anyStruct }, { _ = try $0.importedStruct.unit.symbol },
    ]
    var paths: Set<String> = []
    for read in readings {
      try paths.formUnion(pathsOfDamage(message) { try read($0.root(Pointers.self)) })
    }
    #expect(paths == expected)
  }

  @Test(arguments: Storage.allCases)
  func listsInLists(storage: Storage) throws {
    func expect(_ expected: Set<String>, read: (Lists.Reader) throws -> Void) throws {
      try expectPaths(storage, Lists.self, expected, build: { try $0.fillSample() }, read: read)
    }
    try expect(["Lists", "Lists.bools"]) { _ = try $0.bools }
    try expect(["Lists", "Lists.texts", "Lists.texts[1]"]) { _ = try $0.texts[1] }
    try expect(["Lists", "Lists.datas", "Lists.datas[2]"]) { _ = try $0.datas[2] }
    try expect(["Lists", "Lists.structs"]) { _ = try $0.structs[1].int8 }
    try expect(["Lists", "Lists.nested", "Lists.nested[2]"]) { _ = try $0.nested[2] }
    try expect(
      ["Lists", "Lists.deep", "Lists.deep[1]", "Lists.deep[1][0]", "Lists.deep[1][0][1]"]
    ) { _ = try $0.deep[1][0][1] }
    try expect(
      ["Lists", "Lists.structLists", "Lists.structLists[0]", "Lists.structLists[0][1].text"]
    ) { _ = try $0.structLists[0][1].text }
  }

  @Test(arguments: Storage.allCases)
  func groups(storage: Storage) throws {
    try expectPaths(
      storage, Groups.self, ["Groups", "Groups.first.second.third.list"],
      build: {
        try $0.first.setText("beside")
        try $0.first.second.third.setList([1])
      }, read: { _ = try $0.first.second.third.list })
  }

  // All pointers of the union share one slot: the name is that of the member that is set.
  @Test(arguments: Storage.allCases)
  func membersOfNamedUnions(storage: Storage) throws {
    func expect(
      _ member: String, _ build: (NamedUnion.Value_.Builder) throws -> Void,
      _ read: (NamedUnion.Value_.Reader) throws -> Void
    ) throws {
      try expectPaths(
        storage, NamedUnion.self, ["NamedUnion", "NamedUnion.value.\(member)"],
        build: {
          try $0.setOutside("outside")
          try build($0.value)
        }, read: { try read($0.value) })
    }
    try expect("text", { try $0.setText("text") }, { _ = try $0.text })
    try expect("data", { try $0.setData([1]) }, { _ = try $0.data })
    try expect("struct", { try $0.initStruct() }, { _ = try $0.struct })
    try expect("list", { try $0.setList([1]) }, { _ = try $0.list })
    try expect(
      "anyPointer", { try $0.initAnyPointer().initialize(Scalars.self) },
      { _ = try $0.anyPointer.get(Scalars.self) })
    try expect("group.text", { try $0.initGroup().setText("in it") }, { _ = try $0.group.text })
  }

  @Test(arguments: Storage.allCases)
  func membersOfUnnamedUnions(storage: Storage) throws {
    let steps = ["", ".many", ".many[1].many", ".many[1].many[0].point.label"]
    try expectPaths(
      storage, UnnamedUnion.self, Set(steps.map { "UnnamedUnion" + $0 }),
      build: {
        let many = try $0.initMany(count: 3)
        try many[0].setSome("some")
        try many[1].initMany(count: 1)[0].initPoint().setLabel("label")
      },
      read: {
        // Without an index: a tag that is damaged makes a list empty.
        for outer in try $0.many { for inner in try outer.many { _ = try inner.point.label } }
      })
  }

  @Test(arguments: Storage.allCases)
  func recursion(storage: Storage) throws {
    let steps = [
      "", ".children", ".children[2].partner", ".children[2].partner.tree",
      ".children[2].partner.tree.branch.right", ".children[2].partner.tree.branch.right.name",
    ]
    try expectPaths(
      storage, Tree.self, Set(steps.map { "Tree" + $0 }),
      build: {
        let partner = try $0.initChildren(count: 3)[2].initPartner()
        try partner.initTree().initBranch().initRight().setName("here")
      }, read: { _ = try $0.children[2].partner.tree.branch.right.name })
  }

  @Test(arguments: Storage.allCases)
  func generics(storage: Storage) throws {
    func expect(
      _ steps: [String], _ build: (Generics.Builder) throws -> Void,
      _ read: (Generics.Reader) throws -> Void
    ) throws {
      let expected = Set(["Generics"] + steps.map { "Generics." + $0 })
      try expectPaths(storage, Generics.self, expected, build: build, read: read)
    }
    try expect(
      ["nested", "nested.full", "nested.full.group.grouped"],
      { try $0.initNested().initFull().initGroup().setGrouped("inner") },
      { _ = try $0.nested.full.group.grouped })
    try expect(
      ["triple", "triple.swapped", "triple.swapped.second"],
      { try $0.initTriple().initSwapped().setSecond("text") },
      { _ = try $0.triple.swapped.second })
    try expect(
      ["lid", "lid.box", "lid.box.next", "lid.box.next.item"],
      { try $0.initLid().initBox().initNext().setItem("text") },
      { _ = try $0.lid.box.next.item })
    try expect(
      ["pair", "pair.second", "pair.second[1]"],
      { try $0.initPair().initSecond(count: 2).set(1, to: [1]) },
      { _ = try $0.pair.second[1] })
    try expect(
      ["boxes", "boxes[1].item"],
      { try $0.initBoxes(count: 2)[1].setItem("text") }, { _ = try $0.boxes[1].item })
  }
}
