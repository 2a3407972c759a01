package import CapnProtoSyntax
package import Foundation

/// JSON that is no message: whatever it holds, in the order of the text.
package struct JSONDocument {
  /// A number as it is written.
  package typealias Digits = SharedBytes

  /// A value of JSON.
  ///
  /// What is in it is given by places in the document.
  package enum Node {
    case null
    case bool(Bool)
    /// As it is written.
    case number(Digits)
    case string(String)
    case array([Int])
    case object([(key: String, value: Int)])
  }

  let tape: JSONTape
  let nestingLimit: Int

  /// Checks the syntax of a text.
  package init(_ bytes: [UInt8], nestingLimit: Int) throws(CapnProtoError) {
    tape = try JSONTape(SharedBytes(bytes), nestingLimit: nestingLimit)
    self.nestingLimit = nestingLimit
  }

  /// Checks the syntax of a text of any size, which is read where it lies.
  ///
  /// - Parameters:
  ///   - text: the text, mapped.
  ///   - nestingLimit: how many levels deep it may be.
  ///   - memoryBytes: how much memory may be taken; what takes more is in files without a name.
  ///   - progress: is told how many bytes were done since it was called last, half of all.
  /// - Throws: `CapnProtoError` where it is no JSON, or there is no room for the files.
  package init(
    spooling text: Data, nestingLimit: Int, memoryBytes: Int = 32 << 20,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws(CapnProtoError) {
    tape = try JSONTape(
      SharedBytes(text), nestingLimit: nestingLimit, memoryBytes: memoryBytes,
      progress: SpoolProgress(progress))
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

  /// The number of elements of the array at a place.
  package func count(_ place: Int) -> Int { tape.count(place) }

  /// Calls a function with the place of each element of the array at a place; of no other value.
  package func forEach<E: Error>(_ place: Int, _ body: (Int) throws(E) -> Void) throws(E) {
    if tape.items[place].kind == .array { try tape.forEach(place, body) }
  }

  /// Calls a function with the places of each key and value of the object at a place; of no other
  /// value.
  package func forEachMember<E: Error>(
    _ place: Int, _ body: (Int, Int) throws(E) -> Void
  ) throws(E) {
    if tape.items[place].kind == .object { try tape.forEachMember(place, body) }
  }

  /// The bytes of the string at a place, however long it is; nil where there is none.
  ///
  /// - Throws: `CapnProtoError` where there is no room for them.
  package func bytes(_ place: Int) throws(CapnProtoError) -> SharedBytes? {
    if tape.items[place].kind == .string { return tape.raw(place) }
    guard tape.isString(place) else { return nil }
    return try tape.contents(place, SpooledArray(memoryBytes: tape.items.memoryBytes))
  }

  /// Tells the system that what is in files need not be kept in memory.
  package func releasePages() { tape.items.release() }

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

  /// Reads the object at a place as a struct of any size.
  ///
  /// - Parameters:
  ///   - place: where the object is.
  ///   - schema: the schema of the struct.
  ///   - memoryBytes: how large the message may be in memory, and not in a file without a name.
  /// - Throws: `CapnProtoError` as for decoding, or where there is no room for the file.
  package func spooledMessage(
    _ place: Int, as schema: StructSchema, memoryBytes: Int = 32 << 20
  ) throws(CapnProtoError) -> Message {
    var codec = JSONCodec()
    codec.nestingLimit = nestingLimit
    let builder = MessageBuilder(spooledAbove: memoryBytes)
    return try builder.spooled(options: .trusted) { () throws(CapnProtoError) in
      var reader = JSONMessageReader(codec, tape)
      try reader.read(place, into: builder.initRoot(schema))
    }
  }

  /// The integer that a number is, as it is written: nil for one with a point or an exponent.
  package static func integer(_ text: Digits) -> DynamicValue? {
    text.allSatisfy { $0 == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      ? JSONNumber.integer(text) : nil
  }
}
