import Foundation
import Stowage
import Testing

private enum Shape: Codable, Equatable {
  case point
  case circle(radius: Double)
  indirect case pair(Shape, Shape)
}

private enum Level: Int, Codable, CaseIterable {
  case low = 3
  case high = 7
}

private struct Tree: Codable, Equatable {
  var name: String
  var children: [Tree] = []
}

/// Keys with numbers of their own.
private struct Numbered: Codable, Equatable {
  var first: Int
  var second: String

  enum CodingKeys: Int, CodingKey {
    case first = 1
    case second = 20
  }
}

private struct Named: Codable, Hashable, CodingKeyRepresentable {
  var name: String

  var codingKey: any CodingKey { Key(stringValue: name) }
  init(name: String) { self.name = name }
  init?(codingKey: some CodingKey) { name = codingKey.stringValue }

  struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

private struct Optionals: Codable, Equatable {
  var one: Int?
  var two: Int??
  var list: [Int??]
  var table: [String: Int??]
  var value: Value?
}

/// Nested containers of every kind, in an order of its own.
private struct Handmade: Codable, Equatable {
  var a = 1
  var b = [2, 3]
  var c = ["x": 4]

  enum Outer: String, CodingKey { case head, rows, absent }
  enum Inner: String, CodingKey { case a }

  init() {}

  func encode(to encoder: any Encoder) throws {
    var outer = encoder.container(keyedBy: Outer.self)
    var head = outer.nestedContainer(keyedBy: Inner.self, forKey: .head)
    var rows = outer.nestedUnkeyedContainer(forKey: .rows)
    var row = rows.nestedUnkeyedContainer()
    for number in b { try row.encode(number) }
    try head.encode(a, forKey: .a)
    try rows.encodeNil()
    var table = rows.nestedContainer(keyedBy: Named.Key.self)
    for (key, value) in c { try table.encode(value, forKey: Named.Key(stringValue: key)) }
    try outer.encodeNil(forKey: .absent)
  }

  init(from decoder: any Decoder) throws {
    let outer = try decoder.container(keyedBy: Outer.self)
    a = try outer.nestedContainer(keyedBy: Inner.self, forKey: .head).decode(Int.self, forKey: .a)
    var rows = try outer.nestedUnkeyedContainer(forKey: .rows)
    var row = try rows.nestedUnkeyedContainer()
    b = []
    while !row.isAtEnd { b.append(try row.decode(Int.self)) }
    #expect(try rows.decodeNil())
    #expect(rows.currentIndex == 2)
    let table = try rows.nestedContainer(keyedBy: Named.Key.self)
    c = [:]
    for key in table.allKeys { c[key.stringValue] = try table.decode(Int.self, forKey: key) }
    #expect(try outer.decodeNil(forKey: .absent))
  }
}

/// Writes one key twice, and goes back to a container.
private struct Repeating: Encodable {
  enum Keys: String, CodingKey { case a, b, inner }

  func encode(to encoder: any Encoder) throws {
    var first = encoder.container(keyedBy: Keys.self)
    try first.encode(1, forKey: .a)
    var inner = first.nestedContainer(keyedBy: Keys.self, forKey: .inner)
    try inner.encode(1, forKey: .a)
    var second = encoder.container(keyedBy: Keys.self)
    try second.encode(2, forKey: .a)
    var again = second.nestedContainer(keyedBy: Keys.self, forKey: .inner)
    try again.encode(2, forKey: .b)
  }
}

@Suite struct CodableContainerTests {
  private func value(_ value: some Encodable) throws -> Value { try ValueEncoder().encode(value) }

  @Test func recordsAreTablesInTheOrderOfTheirFields() throws {
    let tree = Tree(name: "a", children: [Tree(name: "b"), Tree(name: "c")])
    let leaf = { (name: String) -> Value in ["name": .string(name), "children": []] }
    #expect(try value(tree) == ["name": "a", "children": [leaf("b"), leaf("c")]])
    try expectSame(tree)
    try expectSame([tree, tree, Tree(name: "")])
  }

  @Test func enumerationsKeepTheirForm() throws {
    try expectSame([Shape.point, .circle(radius: .infinity), .pair(.point, .circle(radius: 1))])
    #expect(try value(Shape.circle(radius: 2)) == ["circle": ["radius": 2.0]])
    #expect(try value(Shape.point) == ["point": [:]])
    #expect(try value(Level.high) == 7)
    try expectSame(Level.allCases)
    try expectSame([Level.low: "x"].keys.map(\.rawValue))
  }

  @Test func keysThatAreNumbersStayNumbers() throws {
    #expect(try value([3: "c", -1: "a"]) == [-1: "a", 3: "c"])
    #expect(try value(Numbered(first: 1, second: "x")) == [1: 1, 20: "x"])
    try expectSame([3: "c", -1: "a", .max: ""])
    try expectSame(Numbered(first: 1, second: "x"))
    // What a format without such keys made of them is found by the text.
    #expect(try ValueDecoder().decode([Int: Int].self, from: ["7": 1]) == [7: 1])
    let named = Numbered(first: 1, second: "x")
    #expect(try ValueDecoder().decode(Numbered.self, from: ["first": 1, "second": "x"]) == named)
  }

  @Test func textsThatLookLikeNumbersStayTexts() throws {
    #expect(try value(["7": 1]) == ["7": 1])
    let keys = ["7": 1, "007": 2, "+7": 3, "-0": 4, "0": 5, "": 6, " 7": 7]
    try expectSame(keys)
    try expectSame([Named(name: "7"): 1, Named(name: "07"): 2])
    #expect(try value([Named(name: "b"): 1]) == ["b": 1])
    #expect(try value([Named(name: "07"): 2]) == ["07": 2])
  }

  @Test func otherKeysAlternateWithTheirValues() throws {
    #expect(try value([2.5: "b", 1.5: "a"]) == [1.5, "a", 2.5, "b"])
    try expectSame([2.5: "b", 1.5: "a"])
    try expectSame([UInt8(9): Tree(name: "v")])
    try expectSame([[1, 2]: [3], [4]: []])
  }

  @Test func equalSetsAndDictionariesGiveEqualValues() throws {
    let numbers = Array(0..<200)
    for _ in 0..<5 {
      let set = Set(numbers.shuffled())
      let texts = Dictionary(uniqueKeysWithValues: numbers.shuffled().map { ("k\($0)", $0) })
      let pairs = Dictionary(uniqueKeysWithValues: numbers.shuffled().map { (Double($0), $0) })
      #expect(try value(set) == .array(numbers.map { .int(Int64($0)) }))
      let keys = try #require(try value(texts).table).keys.compactMap(\.string)
      #expect(keys == texts.keys.sorted())
      #expect(try value(pairs)[0] == 0.0)
      #expect(try value(pairs)[399] == 199)
      try expectSame(set)
      try expectSame(texts)
      try expectSame(pairs)
    }
  }

  @Test func nilInAnOptionalIsToldFromTheOuterOne() throws {
    let cases: [Int??] = [.none, .some(.none), .some(.some(1))]
    #expect(try cases.map { try roundTrip($0) } == cases)
    let deep: [Int????] = [
      .none, .some(.none), .some(.some(.none)), .some(.some(.some(.none))), 5,
    ]
    try expectSame(deep)
    for two in cases {
      try expectSame(
        Optionals(
          one: nil, two: two, list: cases, table: ["a": .none, "b": .some(.none), "c": 1],
          value: nil))
    }
    #expect(try value([1, nil]) == [1, nil])
    #expect(try value(nil as Int?) == nil)
  }

  @Test func valuesInOptionalsAreToldFromNothing() throws {
    let tricky: Value = [nil: [nil: nil]]
    for value in [nil, .some(.null), .some([nil: nil]), .some(tricky), .some([1])] as [Value?] {
      let whole = Optionals(one: 1, two: 2, list: [], table: [:], value: value)
      let back = try roundTrip(whole)
      #expect(back.value == value)
      if let value { #expect(try roundTrip([value]) == [value]) }
      if let value { #expect(try roundTrip(value) == value) }
    }
  }

  @Test func nestedContainersAreFilledWhileOthersAreOpen() throws {
    let made = Handmade()
    #expect(
      try value(made) == ["head": ["a": 1], "rows": [[2, 3], nil, ["x": 4]], "absent": nil])
    try expectSame(made)
    try expectSame([made, made])
  }

  @Test func theLastOfSeveralValuesCounts() throws {
    #expect(try value(Repeating()) == ["a": 2, "inner": ["a": 1, "b": 2]])
    #expect(try value([Repeating(), Repeating()])[1] == ["a": 2, "inner": ["a": 1, "b": 2]])
  }

  @Test func emptyThingsStayEmpty() throws {
    struct Nothing: Codable, Equatable {}
    #expect(try value([Nothing()]) == [[:]])
    try expectSame([Nothing()])
    try expectSame([Int]())
    try expectSame([String: Int]())
    try expectSame([Double: Int]())
    try expectSame([[Int]](repeating: [], count: 3))
    #expect(throws: EncodingError.self) { try self.value(Silent()) }
  }

  private struct Silent: Encodable {
    func encode(to encoder: any Encoder) {}
  }

  @Test func recordsWithManyFieldsAreFoundInAnyOrder() throws {
    let wide = Dictionary(uniqueKeysWithValues: (0..<1000).map { ("field\($0)", $0) })
    let entries = wide.map { (Value.string($0.key), Value.int(Int64($0.value))) }
    #expect(
      try ValueDecoder().decode([String: Int].self, from: .table(Table(entries))) == wide)
    let reversed: Value = ["children": [], "more": 1, "name": "x"]
    #expect(try ValueDecoder().decode(Tree.self, from: reversed) == Tree(name: "x"))
  }

  @Test func valuesPassThroughAsTheyAre() throws {
    struct Holder: Codable {
      var value: Value
      var tensor: Tensor
      var type: TypeID
      var table: Table
    }
    let loop = Reference()
    loop.value = [.reference(loop)]
    let storage = Tensor.Storage(Data([1, 2, 3, 4]), of: .uint8)
    let holder = Holder(
      value: ["loop": .reference(loop), 5: .uint(.max)],
      tensor: try Tensor(storage, shape: [2, 2]), type: "a.B", table: Table([(2.5, nil)]))
    let encoded = try value(holder)
    #expect(
      encoded == [
        "value": holder.value, "tensor": .tensor(holder.tensor), "type": .type("a.B"),
        "table": .table(holder.table),
      ])
    let back = try ValueDecoder().decode(Holder.self, from: encoded)
    #expect(back.value == holder.value)
    #expect(back.tensor.storage === storage)
    #expect(back.type == "a.B")
    #expect(back.table == holder.table)
    #expect(try roundTrip([Tensor?.some(holder.tensor), nil]) == [holder.tensor, nil])
  }

  @Test func valuesKnowOtherCoders() throws {
    let value: Value = ["a": [1, 2.5, "x", true, nil], "b": .uint(.max)]
    let bytes = try JSONEncoder().encode(value)
    let back = try JSONDecoder().decode(Value.self, from: bytes)
    #expect(back["a"] == value["a"])
    #expect(back["b"] == value["b"])
    #expect(throws: EncodingError.self) { try JSONEncoder().encode([Value.type("a.B")]) }
    #expect(throws: EncodingError.self) { try JSONEncoder().encode([2.5: 1] as Value) }
    #expect(try JSONDecoder().decode([TypeID].self, from: Data(#"["a.B"]"#.utf8)) == ["a.B"])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([TypeID].self, from: Data(#"["ab"]"#.utf8))
    }
  }

  @Test func typesFindWhatTheyAreGiven() throws {
    struct Curious: Codable, Equatable {
      var found: String
      init() { found = "" }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(encoder.userInfo[CodingUserInfoKey(rawValue: "k")!] as? String)
      }
      init(from decoder: any Decoder) throws {
        let key = CodingUserInfoKey(rawValue: "k")!
        found = try decoder.singleValueContainer().decode(String.self)
        found += decoder.userInfo[key] as? String ?? ""
      }
    }
    let key = CodingUserInfoKey(rawValue: "k")!
    let encoded = try ValueEncoder(userInfo: [key: "in"]).encode([Curious()])
    #expect(encoded == ["in"])
    let decoder = ValueDecoder(userInfo: [key: "out"])
    #expect(try decoder.decode([Curious].self, from: encoded)[0].found == "inout")
  }
}
