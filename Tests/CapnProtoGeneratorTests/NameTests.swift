import Testing

@testable import CapnProtoGenerator

@Suite struct NameTests {
  @Test(arguments: [
    ("name", "name"), ("class", "`class`"), ("default", "`default`"), ("Type", "`Type`"),
    ("some", "some"),
  ])
  func keywordsAreSpelledInBackticks(word: String, spelling: String) {
    #expect(Identifier.spelled(word) == spelling)
  }

  @Test(arguments: [
    ("a", true), ("A9_", true), ("", false), ("_", false), ("9a", false),
    ("a-b", false), ("größe", false), ("a b", false),
  ])
  func identifiersAreChecked(word: String, isValid: Bool) {
    #expect(Identifier.isValid(word) == isValid)
  }

  @Test(arguments: [
    ("person", "Person"), ("my-file.v2", "MyFileV2"), ("2fast", "_2fast"), ("c++", "C"),
    ("über", "Ber"), ("", "_"),
  ])
  func fileNamesBecomeTypeNames(text: String, name: String) {
    #expect(Identifier.typeName(from: text) == name)
  }

  @Test func namesThatBackticksDoNotSaveGetAnUnderscore() {
    var names = NameSet()
    #expect(
      ["self", "init", "Type", "class"].map { names.take($0) }
        == ["self_", "init_", "Type_", "class"])
  }

  @Test func aNameIsTakenOnce() {
    var names = NameSet(reserved: ["schema"])
    #expect(["a", "a", "a_", "schema"].map { names.take($0) } == ["a", "a_", "a__", "schema_"])
  }

  private func fields(_ names: String...) -> [FieldModel] {
    names.enumerated().map { index, name in
      FieldModel(
        index: index, name: name, annotations: [],
        kind: .slot(
          SlotModel(
            offset: index, type: .text, defaultValue: .null, hasExplicitDefault: false)))
    }
  }

  @Test func derivedNamesGiveWayToFields() throws {
    let names = MemberNames.assign(to: fields("name", "hasName", "setOther"), hasUnion: false)
    let first = try #require(names[0])
    #expect(first.property == "name")
    #expect(first.has == "hasName_")
    #expect(first.set == "setName_")
    #expect(try #require(names[1]).property == "hasName")
    #expect(try #require(names[2]).property == "setOther")
  }

  @Test func derivedNamesOfTwoFieldsNeverMeet() {
    let names = MemberNames.assign(
      to: fields("x", "xPointer", "hasX", "hasX_", "initX", "initXPointer"), hasUnion: false)
    let all = names.values.flatMap { name in
      [
        name.property, name.has, name.set, name.initialize, name.clear, name.disown, name.adopt,
        name.pointer, name.initializePointer,
      ]
    }
    #expect(Set(all).count == all.count)
  }

  @Test func aUnionReservesItsOwnNames() throws {
    let with = MemberNames.assign(to: fields("which", "tag"), hasUnion: true)
    #expect([with[0]?.property, with[1]?.property] == ["which_", "tag_"])
    let without = MemberNames.assign(to: fields("which", "tag"), hasUnion: false)
    #expect([without[0]?.property, without[1]?.property] == ["which", "tag"])
  }

  @Test func aNewFieldDoesNotRenameOldOnes() {
    let old = MemberNames.assign(to: fields("which", "name"), hasUnion: false)
    let new = MemberNames.assign(to: fields("which", "name", "other", "nameOther"), hasUnion: false)
    #expect(old[0] == new[0])
    #expect(old[1] == new[1])
  }

  @Test func everyKeywordIsInTheSchemaOfAwkwardNames() throws {
    let text = try Repository.text("Tests/Fixtures/schemas/names.capnp")
    let fields = try #require(
      text.split(separator: "struct Fields").last?
        .split(separator: "}").first)
    let words = Set(
      fields.split(whereSeparator: \.isNewline).compactMap {
        $0.split(separator: " ").first.map(String.init)
      })
    for keyword in Identifier.keywords {
      #expect(words.contains(keyword.prefix(1).lowercased() + keyword.dropFirst()))
    }
  }
}
