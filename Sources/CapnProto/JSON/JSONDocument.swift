package import Foundation

/// JSON that is no message: whatever it holds, in the order of the text.
package struct JSONDocument {
  /// A value of JSON.
  ///
  /// What is in it is given by places in the document.
  package enum Node {
    case null
    case bool(Bool)
    /// As it is written.
    case number(ArraySlice<UInt8>)
    case string(String)
    case array([Int])
    case object([(key: String, value: Int)])
  }

  private let tape: JSONTape
  private let nestingLimit: Int

  /// Checks the syntax of a text.
  package init(_ bytes: [UInt8], nestingLimit: Int) throws(CapnProtoError) {
    tape = try JSONTape(bytes, nestingLimit: nestingLimit)
    self.nestingLimit = nestingLimit
  }

  /// The value at a place; the whole is at 0.
  package func node(_ place: Int) -> Node {
    switch tape.items[place].kind {
    case .null: return .null
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .number: return .number(tape.raw(place))
    case .string, .escaped: return .string(string(place))
    case .array:
      var elements: [Int] = []
      tape.forEach(place) { elements.append($0) }
      return .array(elements)
    case .object:
      var members: [(key: String, value: Int)] = []
      tape.forEachMember(place) { members.append((string($0), $1)) }
      return .object(members)
    }
  }

  private func string(_ place: Int) -> String {
    String(decoding: tape.string(place), as: UTF8.self)
  }

  /// An error that says where in the text it is.
  package func error(_ message: String, at place: Int) -> CapnProtoError {
    tape.error(.malformed, message, at: place)
  }

  /// Reads the object at a place as a struct.
  package func message(
    _ place: Int, as schema: StructSchema
  ) throws(CapnProtoError) -> Message {
    var codec = JSONCodec()
    codec.nestingLimit = nestingLimit
    let builder = MessageBuilder()
    var reader = JSONMessageReader(codec, tape)
    try reader.read(place, into: builder.initRoot(schema))
    return try builder.snapshot(options: .trusted)
  }

  /// The integer that a number is, as it is written: nil for one with a point or an exponent.
  package static func integer(_ text: ArraySlice<UInt8>) -> DynamicValue? {
    text.allSatisfy { $0 == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      ? JSONNumber.integer(text) : nil
  }
}

/// JSON that is written piece by piece.
package struct JSONText {
  private var output = JSONOutput()

  package init() {}

  package var bytes: [UInt8] { output.bytes }

  /// Adds text as it is: brackets, commas, numbers.
  package mutating func append(_ text: String) { output.append(text) }

  /// Adds a string with its quotes.
  package mutating func string(_ text: String) { output.string(Array(text.utf8)) }

  /// Adds bytes in base64.
  package mutating func base64(_ data: Data) {
    output.append("\"" + data.base64EncodedString() + "\"")
  }

  /// The same with line breaks and indentation.
  package static func pretty(_ bytes: [UInt8]) -> [UInt8] { JSONLayout.pretty(bytes) }
}
