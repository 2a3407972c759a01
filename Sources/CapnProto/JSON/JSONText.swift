package import Foundation

/// JSON that is written piece by piece, and laid out for people at its end.
///
/// However much it is, little of it is in memory where that is wished.
package struct JSONText {
  /// From which size on files without names are used.
  package let memoryBytes: Int
  private let compact: CompactJSON
  private var output: JSONOutput
  private let codec: JSONCodec

  /// Starts without anything.
  ///
  /// - Parameters:
  ///   - memoryBytes: from which size on files without names are used.
  ///   - largestStruct: how large the JSON of a struct may be.
  package init(memoryBytes: Int = .max, largestStruct: Int? = nil) {
    self.memoryBytes = memoryBytes
    var codec = JSONCodec()
    if let largestStruct { codec.maximumOutputBytes = largestStruct }
    self.codec = codec
    let compact = CompactJSON(SpooledBytes(memoryBytes: memoryBytes))
    self.compact = compact
    output = JSONOutput(target: { compact.sink.take($0) })
  }

  /// Adds text as it is: brackets, commas, numbers.
  package mutating func append(_ text: String) { output.append(text) }

  /// Adds bytes as they are.
  package mutating func append(_ bytes: [UInt8]) { output.append(bytes) }

  /// A key and the colon behind it.
  package static func key(_ name: String) -> [UInt8] {
    var output = JSONOutput()
    output.string(Array(name.utf8))
    output.append(UInt8(ascii: ":"))
    return output.bytes
  }

  /// Adds a string with its quotes.
  package mutating func string(_ text: String) { output.string(Array(text.utf8)) }

  /// Adds a text of a message with its quotes.
  package mutating func string(_ text: Text.Reader) { output.string(text.utf8) }

  /// Adds bytes in base64.
  package mutating func base64(_ data: Data) throws(CapnProtoError) {
    output.append("\"")
    var rest = data
    repeat {
      // Three bytes are four characters.
      output.append(rest.prefix(3 << 14).base64EncodedString())
      rest = rest.dropFirst(3 << 14)
      try passOn()
    } while !rest.isEmpty
    output.append("\"")
  }

  /// Adds a struct.
  package mutating func structure(_ value: DynamicStruct.Reader) throws {
    output.passOn(atLeast: 0)
    try compact.sink.check()
    try codec.encode(value) { [compact] in try compact.take($0) }
  }

  /// Lets go of what there is, where that is enough for a piece.
  package mutating func passOn() throws(CapnProtoError) {
    output.passOn()
    try compact.sink.check()
  }

  /// The JSON with line breaks and indentation, without the brace that it begins with, and with a
  /// line break at its end.
  ///
  /// - Throws: `CapnProtoError` where there is no room for it.
  package mutating func prettyBehindBrace() throws(CapnProtoError) -> Data {
    output.passOn(atLeast: 0)
    try compact.sink.check()
    var rest = try compact.bytes.finish()
    let spool = SpooledBytes(memoryBytes: memoryBytes)
    var layout = JSONLayout(compact.measure.plan)
    var isFirst = true
    while !rest.isEmpty {
      layout.take([UInt8](rest.prefix(PieceSink.pieceBytes)))
      rest = rest.dropFirst(PieceSink.pieceBytes)
      let piece = layout.takeResult()
      try spool.append(isFirst ? piece.dropFirst().drop { $0 == 0x20 || $0 == 0x0A } : piece[...])
      isFirst = false
    }
    try spool.append(CollectionOfOne(0x0A))
    return try spool.finish()
  }
}

/// JSON without spaces, and what was found out about its lines.
private final class CompactJSON {
  let bytes: SpooledBytes
  private(set) var measure = JSONMeasure()
  private(set) lazy var sink = PieceSink { [unowned self] in try take($0) }

  init(_ bytes: SpooledBytes) { self.bytes = bytes }

  func take(_ piece: [UInt8]) throws(CapnProtoError) {
    measure.take(piece)
    try bytes.append(piece)
  }
}
