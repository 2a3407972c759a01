import Synchronization
import Testing

@testable import CapnProto

/// The paths of errors in deep, large and hostile messages.
@Suite struct PathLimitTests {
  /// Reads a name as what it is not, which fails in any message.
  private func pathOfName(_ tree: Tree.Reader) -> String? {
    expectError(.malformed) { try tree._raw.get(Scalars.self, at: 0) }?.path
  }

  @Test(arguments: Storage.allCases)
  func limitsNameThePlace(storage: Storage) throws {
    let message = storage.builder
    var tree = try message.initRoot(Tree.self)
    for _ in 0..<6 { tree = try tree.initNext() }
    let few = ReaderOptions(nestingLimit: 4)
    let deep = try message.reread(options: few).root(Tree.self).next.next.next
    #expect(expectError(.nestingLimit) { try deep.next }?.path == "Tree.next.next.next.next")

    let lists = storage.builder
    try lists.initRoot(Lists.self).fillSample()
    let flat = try lists.reread(options: ReaderOptions(nestingLimit: 1)).root(Lists.self)
    #expect(expectError(.nestingLimit) { try flat.texts }?.path == "Lists.texts")
    let none = try lists.reread(options: ReaderOptions(nestingLimit: 0))
    #expect(expectError(.nestingLimit) { try none.root(Lists.self) }?.path == "Lists")

    let short = ReaderOptions(traversalLimit: .bytes(8 * 40))
    let small = try lists.reread(options: short).root(Lists.self)
    let error = expectError(.traversalLimit) { while true { _ = try small.float64s } }
    #expect(error?.path == "Lists.float64s")
  }

  @Test func aCycleIsNamedByItsShortestWay() throws {
    let root = Pointer.structure(data: 1, pointers: 4)
    // Root, data, name, children, next, partner; `next` leads back to the struct.
    let message = try message(root, 0, 0, 0, Pointer.structure(offset: -4, data: 1, pointers: 4), 0)
    var tree = try message.root(Tree.self)
    let error = expectError(.nestingLimit) { while true { tree = try tree.next } }
    #expect(error?.path == "Tree.next")
  }

  @Test func veryLongPathsAreCut() throws {
    let message = MessageBuilder()
    var tree = try message.initRoot(Tree.self)
    for _ in 0..<1000 { tree = try tree.initNext() }
    try tree.setName("deep")
    let read = try message.reread(options: ReaderOptions(nestingLimit: .max))
    var reader = try read.root(Tree.self)
    while reader.hasNext { reader = try reader.next }
    let path = try #require(pathOfName(reader))
    #expect(path.hasPrefix("Tree.next.next.") && path.hasSuffix(".next.next.name"))
    #expect(path.contains("…"))
    #expect(path.count < 1100)
  }

  @Test func searchesAreLimited() throws {
    let message = MessageBuilder()
    let children = try message.initRoot(Tree.self).initChildren(count: 40_000)
    for index in [100, 39_999] {
      try children[index].setName("near")
      try children[index].initNext().setName("far")
    }
    let read = try message.reread()
    let trees = try read.root(Tree.self).children
    read.arena.pathBudget.store(150_000, ordering: .relaxed)
    // Pointers of a list itself are found at once, and those of what it leads to in its order.
    #expect(pathOfName(trees[39_999]) == "Tree.children[39999].name")
    #expect(pathOfName(try trees[100].next) == "Tree.children[100].next.name")
    #expect(pathOfName(try trees[39_999].next) == nil)
    #expect(pathOfName(trees[39_999]) == "Tree.children[39999].name")
    #expect(pathOfName(try trees[39_999].next) == nil)
    #expect(read.arena.pathBudget.load(ordering: .relaxed) <= 0)
    // What all errors of a message may cost is used up.
    #expect(pathOfName(trees[39_999]) == nil)
    #expect(pathOfName(try message.reread().root(Tree.self).children[39_999]) != nil)
  }

  // Each list leads to itself from every element: the ways are without number.
  @Test func hostileWaysAreLookedAtOnce() throws {
    let count = 1000
    // A struct with one pointer more than the schema knows, which is damaged, then the list.
    var words: [UInt64] = [Pointer.structure(data: 0, pointers: 26)]
    words += [UInt64](repeating: 0, count: 26)
    words[1 + 17] = Pointer.list(offset: 8, .pointer, count: count)
    words[1 + 25] = Pointer.capability(0)
    for index in 0..<count {
      words.append(Pointer.list(offset: -index - 1, .pointer, count: count - index % 7))
    }
    let message = try Message(frame(words))
    let lists = try message.root(Lists.self)
    let wrongKind = expectError(.malformed) { try lists.deep[0][0][5] }
    #expect(wrongKind?.path == "Lists.deep[5]")
    let unnamed = expectError(.malformed) { try lists._raw.get(Text.self, at: 25) }
    #expect(unnamed?.path == nil)
    // The list in the field, and the seven that it leads to, of a thousand elements each.
    let spent = PathBudget.ofArena - message.arena.pathBudget.load(ordering: .relaxed)
    #expect((8_000..<8_100).contains(spent))
  }

  @Test func manyThreadsMayFailAtOnce() async throws {
    let message = MessageBuilder()
    try message.initRoot(Tree.self).initChildren(count: 2)[1].setName("name")
    let read = try message.reread()
    await withTaskGroup(of: String?.self) { group in
      for _ in 0..<50 {
        group.addTask { (try? read.root(Tree.self).children[1]).flatMap(pathOfName) }
      }
      for await path in group { #expect(path == "Tree.children[1].name") }
    }
  }
}
