import Foundation
import Stowage

/// One field of every kind that a schema has something for.
struct Everything: Codable, Equatable {
  var flag = true
  var tiny: Int8 = -128
  var other = false
  var short: UInt16 = 65535
  var word: Int32 = -1
  var count: Int = .min
  var huge: UInt64 = .max
  var single: Float = 0.1
  var number = -1.5
  var text = "grün"
  var bytes = Data([0, 255])
  var octets: [UInt8] = [1, 2]
  var date = Date(timeIntervalSinceReferenceDate: 0.5)
  var wide: Int128 = -170_141_183_460_469_231_731_687_303_715_884_105_728
  var id = UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F")
  var link = URL(string: "https://example.org")
  var maybeNumber: Int? = 5
  var maybeFlag: Bool?
  var maybeText: String? = ""
  var maybeList: [Int]? = []
  var maybeInner: Inner?
  var twice: Int?? = .some(.none)
  var inner = Inner(snakeCase: 7, size: 2, urlString: "u")
  var list: [Inner] = [Inner(snakeCase: 1, size: nil, urlString: ""), Inner(snakeCase: 2)]
  var flags = [true, false, true]
  var floats: [Float] = [1, .infinity]
  var dates = [Date(timeIntervalSinceReferenceDate: 1)]
  var texts = ["a", ""]
  var holes: [String?] = ["a", nil, ""]
  var numberHoles: [Int?] = [1, nil]
  var innerHoles: [Inner?] = [nil, Inner(snakeCase: 3)]
  var deep: [[[Int16]]] = [[[1], []], []]
  var blobs: [Data] = [Data([1]), Data()]
  var set: Set<Int> = [3, 1]
  var table = ["b": 1, "a": 2]
  var numbered: [Int: Inner] = [9: Inner(snakeCase: 4), -1: Inner(snakeCase: 5)]
  var pairs: [Double: [String]] = [1.5: ["x"], 2.5: []]
  var maybeTable: [String: Int?] = ["x": nil, "y": 1]
  var color = Color.green
  var level = Level.high
  var shapes: [Figure] = [.point, .circle(radius: 2), .pair(.point, .named("n"))]
  var tree = Tree(value: 1, children: [Tree(value: 2, children: [])])
  var anything: Value = [1, "x", nil]
  var nothing = Nothing()

  struct Nothing: Codable, Equatable {}

  struct Inner: Codable, Equatable {
    var snakeCase: Int
    var size: Double?
    var urlString: String = "d"

    enum CodingKeys: String, CodingKey {
      case snakeCase = "snake_case"
      case size = "Größe"
      case urlString = "URLString"
    }
  }

  enum Color: String, Codable {
    case red
    case green
  }

  enum Level: Int, Codable, CaseIterable {
    case low = 100
    case high = 7000
  }

  enum Figure: Codable, Equatable {
    indirect case pair(Figure, Figure)
    case point
    case circle(radius: Double)
    case named(String)
  }

  final class Tree: Codable, Equatable {
    var value: Int
    var children: [Tree]

    init(value: Int, children: [Tree]) { (self.value, self.children) = (value, children) }

    static func == (left: Tree, right: Tree) -> Bool {
      left.value == right.value && left.children == right.children
    }
  }
}

/// Takes nothing but what nobody guesses.
struct Guarded: Codable, Equatable {
  var code: String
  var after = 1

  init(code: String) { self.code = code }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    code = try container.decode(String.self, forKey: .code)
    guard code.hasPrefix("sesame") else {
      throw DecodingError.dataCorruptedError(
        forKey: .code, in: container, debugDescription: "no sesame")
    }
    after = try container.decode(Int.self, forKey: .after)
  }
}

/// Containers in containers, without types of their own.
struct Sections: Codable, Equatable {
  var width = 3
  var names = ["a", "b"]
  var depth = 2.5

  enum Outer: String, CodingKey {
    case size
    case names
  }

  enum Inner: String, CodingKey {
    case width
    case depth
  }

  init() {}

  func encode(to encoder: any Encoder) throws {
    var outer = encoder.container(keyedBy: Outer.self)
    var size = outer.nestedContainer(keyedBy: Inner.self, forKey: .size)
    try size.encode(width, forKey: .width)
    try size.encode(depth, forKey: .depth)
    var list = outer.nestedUnkeyedContainer(forKey: .names)
    for name in names { try list.encode(name) }
  }

  init(from decoder: any Decoder) throws {
    let outer = try decoder.container(keyedBy: Outer.self)
    let size = try outer.nestedContainer(keyedBy: Inner.self, forKey: .size)
    width = try size.decode(Int.self, forKey: .width)
    depth = try size.decode(Double.self, forKey: .depth)
    var list = try outer.nestedUnkeyedContainer(forKey: .names)
    names = []
    while !list.isAtEnd { names.append(try list.decode(String.self)) }
  }
}
