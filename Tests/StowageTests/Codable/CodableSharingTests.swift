import Foundation
import Stowage
import Testing

private final class Chain: Codable {
  var name: String
  var next: Chain?

  init(_ name: String, _ next: Chain? = nil) { (self.name, self.next) = (name, next) }
}

private class Animal: Codable {
  var legs = 4

  init(legs: Int) { self.legs = legs }
}

private final class Dog: Animal {
  var name: String

  enum CodingKeys: CodingKey { case name, strange }

  init(name: String, legs: Int) {
    self.name = name
    super.init(legs: legs)
  }

  override func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try super.encode(to: container.superEncoder())
    try super.encode(to: container.superEncoder(forKey: .strange))
  }

  required init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    try super.init(from: container.superDecoder())
    #expect(try Animal(from: container.superDecoder(forKey: .strange)).legs == legs)
  }
}

/// A struct that leads back to itself by way of objects.
private final class Loop: Codable {
  struct Inside: Codable {
    var list: [Loop] = []
  }

  var inside = Inside()
}

@Suite struct CodableSharingTests {
  @Test func objectsInSeveralPlacesStayTheSame() throws {
    let shared = Chain("shared")
    let list = [Chain("a", shared), shared, Chain("b", shared)]
    let encoded = try ValueEncoder().encode(list)
    let back = try ValueDecoder().decode([Chain].self, from: encoded)
    #expect(back[0].next === back[1])
    #expect(back[2].next === back[1])
    #expect(back[0] !== back[2])
    #expect(back.map(\.name) == ["a", "shared", "b"])
    guard case .reference = encoded[1] else {
      Issue.record("what is in several places is no reference")
      return
    }
    guard case .table = encoded[0] else {
      Issue.record("what is in one place only is not written there")
      return
    }
    #expect(encoded[0]?["next"] == encoded[1])
  }

  @Test func copiesAreMadeWithoutSharing() throws {
    let shared = Chain("shared")
    let options = CodableOptions(sharing: false)
    let encoded = try ValueEncoder(options: options).encode([shared, shared])
    let copy: Value = ["name": "shared"]
    #expect(encoded == [copy, copy])
    let back = try roundTrip([shared, shared], sharing: false)
    #expect(back[0] !== back[1])
    // A file may hold references all the same.
    let references = try ValueEncoder().encode([shared, shared])
    let copies = try ValueDecoder(options: options).decode([Chain].self, from: references)
    #expect(copies[0] !== copies[1])
    #expect(copies.map(\.name) == ["shared", "shared"])
  }

  @Test func sharingWorksThroughOptionalsAndDictionaries() throws {
    let shared = Chain("x")
    let back = try roundTrip(["a": shared, "b": nil, "c": shared] as [String: Chain?])
    #expect(back["a"]! === back["c"]!)
    #expect(back["b"]! == nil)
    #expect(try roundTrip(shared).name == "x")
  }

  @Test func temporaryObjectsAreNotTakenForEachOther() throws {
    struct Maker: Encodable {
      var number: Int
      func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Chain("\(number)"))
      }
    }
    let encoded = try ValueEncoder().encode((0..<100).map { Maker(number: $0) })
    #expect(
      try ValueDecoder().decode([Chain].self, from: encoded).map(\.name)
        == (0..<100).map { "\($0)" }
    )
  }

  @Test func inheritanceWorksThroughSuperEncoders() throws {
    let dog = Dog(name: "rex", legs: 3)
    let encoded = try ValueEncoder().encode(dog)
    #expect(encoded == ["name": "rex", "super": ["legs": 3], "strange": ["legs": 3]])
    let back = try ValueDecoder().decode(Dog.self, from: encoded)
    #expect(back.name == "rex")
    #expect(back.legs == 3)
    let pair = try roundTrip([dog, dog])
    #expect(pair[0] === pair[1])
  }

  @Test func cyclesAreErrorsThatNameThePlace() throws {
    let node = Chain("a")
    node.next = Chain("b", node)
    defer { node.next = nil }
    for sharing in [true, false] {
      let error = #expect(throws: EncodingError.self) {
        try ValueEncoder(options: CodableOptions(sharing: sharing)).encode(["k": node])
      }
      guard case .invalidValue(_, let context) = error else { continue }
      #expect(context.codingPath.first?.stringValue == "k")
      #expect(context.codingPath.count >= 3)
      if sharing { #expect(context.debugDescription.contains("GraphObject")) }
    }
    let loop = Loop()
    loop.inside.list = [loop]
    defer { loop.inside.list = [] }
    #expect(throws: EncodingError.self) { try ValueEncoder().encode(loop) }
  }

  @Test func cyclesInValuesAreErrors() throws {
    let reference = Reference()
    reference.value = ["name": "a", "next": .reference(reference)]
    let circle = Reference()
    circle.value = .reference(circle)
    defer { (reference.value, circle.value) = (.null, .null) }
    for sharing in [true, false] {
      let decoder = ValueDecoder(options: CodableOptions(sharing: sharing))
      #expect(throws: DecodingError.self) {
        try decoder.decode(Chain.self, from: .reference(reference))
      }
      #expect(throws: DecodingError.self) {
        try decoder.decode(Chain.self, from: .reference(circle))
      }
      #expect(throws: DecodingError.self) { try decoder.decode(Int.self, from: .reference(circle)) }
      #expect(throws: DecodingError.self) {
        try decoder.decode([[Int]].self, from: .reference(circle))
      }
    }
  }

  @Test func referencesFromOthersAreFollowed() throws {
    let reference = Value.reference(Reference(.reference(Reference([1, 2]))))
    #expect(
      try ValueDecoder().decode([[Int]].self, from: [reference, reference]) == [[1, 2], [1, 2]])
    let nothing = Value.reference(Reference(.null))
    #expect(try ValueDecoder().decode([Int?].self, from: [nothing]) == [nil])
    let number = Value.reference(Reference(5))
    #expect(try ValueDecoder().decode([String: Int].self, from: ["a": number]) == ["a": 5])
  }
}
