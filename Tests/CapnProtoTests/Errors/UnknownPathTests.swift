import CapnProto
import Testing

/// The paths of errors where the schema says no more, and where the message is not as it says.
@Suite struct UnknownPathTests {
  @Test(arguments: Storage.allCases)
  func beneathAnyPointerTheNameEnds(storage: Storage) throws {
    try expectPaths(
      storage, Pointers.self, ["Pointers", "Pointers.anyPointer"],
      build: {
        try $0.initAnyPointer().initialize(Lists.self).fillSample()
      },
      read: { _ = try $0.anyPointer.get(Lists.self).structLists[0][1].text })
    try expectPaths(
      storage, Pointers.self, ["Pointers", "Pointers.anyStruct"],
      build: { try $0.initAnyStructPointer().initialize(Tree.self).initNext().setName("name") },
      read: { _ = try $0.anyStruct.as(Tree.self).next.name })
  }

  @Test(arguments: Storage.allCases)
  func elementsOfAnyListHaveNumbers(storage: Storage) throws {
    try expectPaths(
      storage, Pointers.self, ["Pointers", "Pointers.anyList", "Pointers.anyList[1]"],
      build: {
        try $0.initAnyListPointer().initialize(List<Tree>.self, count: 2)[1].initNext().setName(
          "name")
      },
      read: { _ = try $0.anyList.as(List<Tree>.self)?[1].next.name })
  }

  @Test(arguments: Storage.allCases)
  func parametersOfTheRootAreUnknown(storage: Storage) throws {
    try expectPaths(
      storage, Box<Tree>.self, ["Box", "Box.next", "Box.next.item"],
      build: { try $0.initNext().initItem().setName("name") },
      read: { _ = try $0.next.item.name })
  }

  // As after a change of the schema from List(Text) to a list of structs.
  @Test(arguments: Storage.allCases)
  func listsOfPointersReadAsStructs(storage: Storage) throws {
    try expectPaths(
      storage, Tree.self, ["Tree", "Tree.children", "Tree.children[1].name"],
      build: { try $0._raw.initialize(List<Text>.self, at: 1, count: 2).set(1, to: "text") },
      read: { _ = try $0.children[1].name })
  }

  @Test(arguments: Storage.allCases)
  func listsOfStructsReadAsPointers(storage: Storage) throws {
    try expectPaths(
      storage, Lists.self, ["Lists", "Lists.texts", "Lists.texts[1]"],
      build: { try $0._raw.initialize(List<Tree>.self, at: 12, count: 2)[1].setName("text") },
      read: { _ = try $0.texts[1] })
  }

  @Test func aPointerOfAnotherKindIsNamed() throws {
    let message = MessageBuilder()
    try message.initRoot(Tree.self).initNext().setName("name")
    let next = try message.reread().root(Tree.self).next
    let error = expectError(.malformed) { try next._raw.get(Scalars.self, at: 0) }
    #expect(error?.path == "Tree.next.name")
    #expect(error?.description.hasPrefix("Tree.next.name: ") == true)
    let built = expectError(.malformed) {
      try message.root(Tree.self).asReader.next._raw.get(Scalars.self, at: 0)
    }
    #expect(built?.path == "Tree.next.name")
  }

  @Test func withoutATypeOfTheRootThereIsNoPath() throws {
    let message = MessageBuilder()
    try message.initRoot(Tree.self).setName("name")
    let root = try message.reread().root.get(AnyStruct.self)
    #expect(expectError(.malformed) { try root.get(Scalars.self, at: 0) }?.path == nil)
  }

  @Test(arguments: Storage.allCases)
  func wrongMembersOfUnions(storage: Storage) throws {
    let message = storage.builder
    let union = try message.initRoot(NamedUnion.self)
    union.value.int8 = 1
    #expect(
      expectError(.wrongUnionMember) { try union.value.list }?.path == "NamedUnion.value.list")
    let other = storage.builder
    let many = try other.initRoot(UnnamedUnion.self).initMany(count: 2)
    #expect(
      expectError(.wrongUnionMember) { try many[1].point }?.path == "UnnamedUnion.many[1].point")
  }
}
