import Foundation
import Stowage
import Testing

private struct Person: Codable {
  var name: String
  var ages: [Int]
  var friends: [String: Person]
}

private struct Nest: Codable {
  var inner: [Nest]
}

@Suite struct CodableErrorTests {
  /// What both decoders say of the same mistake.
  private struct Complaint: Equatable {
    var kind: String
    var path: [String]

    init(_ error: any Error) {
      switch error as? DecodingError {
      case .keyNotFound(let key, let context):
        (kind, path) = ("no key \(key.stringValue)", context.codingPath.map(\.stringValue))
      case .valueNotFound(_, let context):
        (kind, path) = ("no value", context.codingPath.map(\.stringValue))
      case .typeMismatch(_, let context):
        (kind, path) = ("mismatch", context.codingPath.map(\.stringValue))
      case .dataCorrupted(let context):
        (kind, path) = ("corrupted", context.codingPath.map(\.stringValue))
      default: (kind, path) = ("\(error)", [])
      }
    }
  }

  @Test(arguments: [
    #"{"ages":[1],"friends":{}}"#,
    #"{"name":null,"ages":[1],"friends":{}}"#,
    #"{"name":1,"ages":[1],"friends":{}}"#,
    #"{"name":"a","ages":[1,"2"],"friends":{}}"#,
    #"{"name":"a","ages":[1,null],"friends":{}}"#,
    #"{"name":"a","ages":{},"friends":{}}"#,
    #"{"name":"a","ages":[],"friends":[]}"#,
    #"{"name":"a","ages":[],"friends":{"bob":{"name":"b","ages":[],"friends":{"x":7}}}}"#,
    #"{"name":"a","ages":[],"friends":{"bob":{"name":"b","ages":[[]],"friends":{}}}}"#,
    #"[]"#,
  ])
  func errorsAreThoseOfJSONDecoder(json: String) throws {
    let bytes = Data(json.utf8)
    let value = try JSONDecoder().decode(Value.self, from: bytes)
    let ours = #expect(throws: DecodingError.self) {
      try ValueDecoder().decode(Person.self, from: value)
    }
    let theirs = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Person.self, from: bytes)
    }
    #expect(try Complaint(#require(ours)) == Complaint(#require(theirs)))
  }

  @Test func anArrayThatEndsTooSoonIsAnError() throws {
    struct Pair: Codable {
      var a: Int
      var b: Int
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        (a, b) = (try container.decode(Int.self), try container.decode(Int.self))
      }
    }
    let error = #expect(throws: DecodingError.self) {
      try ValueDecoder().decode([Pair].self, from: [[1, 2], [3]])
    }
    let expected = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Pair].self, from: Data("[[1,2],[3]]".utf8))
    }
    #expect(try Complaint(#require(error)) == Complaint(#require(expected)))
  }

  @Test func errorsSayWhatIsThere() throws {
    let error = #expect(throws: DecodingError.self) {
      try ValueDecoder().decode([Int8].self, from: [1, 300])
    }
    guard case .dataCorrupted(let context) = error else { return }
    #expect(context.debugDescription == "300 does not fit into Int8")
    #expect(context.codingPath.map(\.intValue) == [1])
    let fraction = #expect(throws: DecodingError.self) {
      try ValueDecoder().decode([String: [Int]].self, from: ["ages": [1, 2.5]])
    }
    guard case .dataCorrupted(let context) = fraction else { return }
    #expect(context.codingPath.map(\.stringValue) == ["ages", "Index 1"])
  }

  @Test func containersOfTwoKindsAreAnError() throws {
    struct Torn: Encodable {
      enum Keys: CodingKey { case a }
      func encode(to encoder: any Encoder) throws {
        var keyed = encoder.container(keyedBy: Keys.self)
        try keyed.encode(1, forKey: .a)
        var unkeyed = encoder.unkeyedContainer()
        try unkeyed.encode(2)
      }
    }
    let error = #expect(throws: EncodingError.self) { try ValueEncoder().encode(["x": [Torn()]]) }
    guard case .invalidValue(_, let context) = error else { return }
    #expect(context.codingPath.map(\.stringValue) == ["x", "Index 0"])
  }

  @Test func errorsOfTypesComeThrough() throws {
    struct Refusal: Error {}
    struct Stubborn: Codable {
      init() {}
      func encode(to encoder: any Encoder) throws { throw Refusal() }
      init(from decoder: any Decoder) throws { throw Refusal() }
    }
    #expect(throws: Refusal.self) { try ValueEncoder().encode([Stubborn()]) }
    #expect(throws: Refusal.self) { try ValueDecoder().decode([Stubborn].self, from: [1]) }
  }

  @Test func depthIsLimited() throws {
    var value: Value = ["inner": []]
    for _ in 0..<90 { value = ["inner": [value]] }
    let nest = try ValueDecoder().decode(Nest.self, from: value)
    #expect(try ValueEncoder().encode(nest) == value)
    for _ in 0..<700 { value = ["inner": [value]] }
    let error = #expect(throws: DecodingError.self) {
      try ValueDecoder().decode(Nest.self, from: value)
    }
    guard case .dataCorrupted(let context) = error else { return }
    #expect(context.codingPath.count == 200)
    var deep = nest
    for _ in 0..<700 { deep = Nest(inner: [deep]) }
    #expect(throws: EncodingError.self) { try ValueEncoder().encode(deep) }
  }

  @Test func aLimitedDepthFitsIntoTheStackOfAThread() throws {
    // What is deep in a message is not the caller's choice, and the caller may have little stack.
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      var deep: Value = ["inner": []]
      for _ in 0..<400 { deep = ["inner": [deep]] }
      #expect(throws: DecodingError.self) { try ValueDecoder().decode(Nest.self, from: deep) }
      done.signal()
    }
    thread.stackSize = 1 << 20
    thread.start()
    done.wait()
  }
}
