import CapnProtoSyntax
package import Foundation

/// What a value of JSON is.
package enum JSONKind {
  case null, bool, number, string, array, object
}

/// What a number of JSON is by the way it is written.
package enum JSONForm: Equatable {
  case int(Int64)
  /// One that is too large for `int`.
  case uint(UInt64)
  /// One with a point or an exponent, or too large for any integer.
  case decimal
}

extension JSONDocument {
  /// What the value at a place is.
  package func kind(_ place: Int) -> JSONKind {
    switch tape.items[place].kind {
    case .null: .null
    case .true, .false: .bool
    case .number: .number
    case .string, .escaped: .string
    case .array: .array
    case .object: .object
    }
  }

  /// Whether the value at a place is `true`.
  package func isTrue(_ place: Int) -> Bool { tape.items[place].kind == .true }

  /// What the number at a place is, which has to be there.
  package func form(_ place: Int) -> JSONForm {
    let item = tape.items[place]
    let short: JSONForm? = unsafe tape.bytes.withUnsafeBytes { bytes in
      let isNegative = unsafe bytes[item.start] == UInt8(ascii: "-")
      var value: Int64 = 0
      for index in (isNegative ? item.start + 1 : item.start)..<item.end {
        let digit = unsafe bytes[index] &- UInt8(ascii: "0")
        guard digit < 10 else { return .decimal }
        value = value &* 10 &+ Int64(digit)
      }
      // So many digits are never too many.
      return item.end - item.start <= 18 ? .int(isNegative ? -value : value) : nil
    }
    if let short { return short }
    switch JSONNumber.integer(tape.raw(place)) {
    case .int(let value): return .int(value)
    case .uint(let value): return Int64(exactly: value).map { .int($0) } ?? .uint(value)
    default: return .decimal
    }
  }

  /// The number at a place, which has to be there; nil where it cannot be read.
  package func float(_ place: Int) -> Double? {
    let item = tape.items[place]
    return unsafe tape.bytes.withUnsafeBytes { bytes in
      unsafe Double(
        String(
          decoding: UnsafeRawBufferPointer(rebasing: bytes[item.start..<item.end]), as: UTF8.self))
    }
  }

  /// The places of the elements of the array, or of the keys of the object, at a place; of nothing
  /// else.
  package func places(_ place: Int) -> JSONPlaces { JSONPlaces(tape.items, in: place) }

  /// The member of the object at a place that has one only; nil of anything else.
  package func onlyMember(_ place: Int) -> (key: Int, value: Int)? {
    let item = tape.items[place]
    guard item.kind == .object, item.end > place + 1, tape.next(place + 2) == item.end else {
      return nil
    }
    return (place + 1, place + 2)
  }

  /// The value of a key of the object at a place; nil where it has none.
  package func member(_ name: String, of place: Int) -> Int? {
    guard kind(place) == .object else { return nil }
    for key in places(place) where head(key, name.utf8.count + 1) == name { return key + 1 }
    return nil
  }

  /// The beginning of the string at a place, in bytes.
  package func head(_ place: Int, _ count: Int) -> String {
    let raw = tape.raw(place)
    return tape.items[place].kind == .escaped
      ? String(decoding: Array(JSONString(raw).prefix(count)), as: UTF8.self)
      : String(decoding: raw.prefix(count), as: UTF8.self)
  }

  /// Whether the string at a place begins with a byte.
  package func begins(_ place: Int, with byte: UInt8) -> Bool {
    let raw = tape.raw(place)
    guard let first = raw.first else { return false }
    return first == byte
      || first == UInt8(ascii: "\\") && JSONString(raw).prefix(1).elementsEqual([byte])
  }

  /// Whether two objects have the same keys in the same order.
  package func haveSameKeys(_ left: Int, _ right: Int) -> Bool {
    var (left, right) = (places(left), places(right))
    while let key = left.next() {
      guard let other = right.next(), tape.same(key, other) else { return false }
    }
    return right.next() == nil
  }

  /// A number that is the same for objects with the same keys in the same order.
  ///
  /// - Throws: `CapnProtoError` where there is no room for a key.
  package func hashOfKeys(_ place: Int) throws(CapnProtoError) -> Int {
    let buffer = SpooledArray<UInt8>(memoryBytes: tape.items.memoryBytes)
    var hasher = Hasher()
    for key in places(place) { hasher.combine(try tape.hash(key, buffer)) }
    return hasher.finalize()
  }

  /// Reads the object at a place into a struct.
  ///
  /// - Throws: `CapnProtoError` as for decoding.
  package func read(_ place: Int, into builder: DynamicStruct.Builder) throws(CapnProtoError) {
    var codec = JSONCodec()
    codec.nestingLimit = nestingLimit
    var reader = JSONMessageReader(codec, tape)
    try reader.read(place, into: builder)
  }

  /// The bytes that a string stands for in base64, piece by piece.
  ///
  /// - Parameters:
  ///   - place: where the string is.
  ///   - begin: is told how many bytes there are going to be.
  ///   - body: takes the pieces.
  /// - Throws: `CapnProtoError` where it is no such string, and what the functions throw.
  package func base64(
    _ place: Int, begin: (Int) throws -> Void, _ body: (Data) throws -> Void
  ) throws {
    guard kind(place) == .string else { throw error("a string is needed", at: place) }
    guard let text = try bytes(place), text.count % 4 == 0 else { throw noBase64(place) }
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    try begin(text.count / 4 * 3 - padding)
    var start = text.startIndex
    while start < text.endIndex {
      let end = min(start + 1 << 16, text.endIndex)
      let piece = unsafe text[start..<end].withUnsafeBytes { unsafe Data($0) }
      let count = (end - start) / 4 * 3 - (end == text.endIndex ? padding : 0)
      guard let decoded = Data(base64Encoded: piece), decoded.count == count else {
        throw noBase64(place)
      }
      try body(decoded)
      start = end
    }
  }

  private func noBase64(_ place: Int) -> CapnProtoError {
    error("bytes in base64 are needed", at: place)
  }
}

/// The places of the elements of an array, or of the keys of an object.
package struct JSONPlaces: Sequence, IteratorProtocol {
  private let items: SpooledArray<JSONTape.Item>
  private let isObject: Bool
  private var index: Int
  private let end: Int

  init(_ items: SpooledArray<JSONTape.Item>, in place: Int) {
    self.items = items
    let item = items[place]
    isObject = item.kind == .object
    index = place + 1
    end = isObject || item.kind == .array ? item.end : index
  }

  package mutating func next() -> Int? {
    guard index < end else { return nil }
    let place = index
    let value = isObject ? place + 1 : place
    let item = items[value]
    index = item.kind == .array || item.kind == .object ? item.end : value + 1
    return place
  }
}
