import CapnProto
import Foundation
import Testing

/// The annotations of `json.capnp`, as libcapnp understands them.
@Suite struct JSONAnnotationTests {
  private static let schema = ForeignPeer.repository
    .appending(path: "Tests/Fixtures/schemas/jsonnames.capnp")

  private var codec: JSONCodec {
    var codec = JSONCodec()
    codec.dataEncoding = .array
    codec.pretty = true
    return codec
  }

  /// Messages in the text format.
  static let messages = [
    "()",
    "(id = 5, box = (width = 2, stamp = \"hi\"), circle = (label = \"round\", radius = 2.5))",
    "(square = (label = \"even\", side = 3), color = dark, colors = [dark, light])",
    "(number = -4, plain = (none = void), choice = (second = void), pair = (count = 7))",
    "(nothing = void, choice = (first = \"f\"), pair = (empty = void), named = (two = 9))",
    "(other = (amount = 3, unit = \"m\"), pair = (part = (amount = 1, unit = \"s\")))",
    "(picture = \"abcd\", raw = \"abcd\", part = (amount = 1, unit = \"kg\"))",
    "(children = [(id = 1, number = 3), (square = (side = 1)), (part = (unit = \"g\"))])",
  ]

  @Test(arguments: messages) func isWhatTheToolMakes(text: String) throws {
    let bytes = try ForeignPeer.convert(
      Data(text.utf8), "text:binary", schema: Self.schema, type: "JsonNames")
    let theirs = try ForeignPeer.convert(
      bytes, "binary:json", schema: Self.schema, type: "JsonNames")
    let read = try Message(bytes).root(JsonNames.self)
    #expect(try codec.encode(read) + "\n" == String(decoding: theirs, as: UTF8.self))

    let back = try codec.decode(theirs, as: JsonNames.self)
    #expect(try codec.encode(back.root(JsonNames.self)) == codec.encode(read))
    let canonical = try ForeignPeer.convert(
      theirs, "json:canonical", schema: Self.schema, type: "JsonNames")
    #expect(try back.root.get(AnyStruct.self).canonicalBytes() == canonical)
  }

  @Test func findsTheMemberWhereverItsKeyIs() throws {
    for text in [
      #"{"tag":0,"pair":{"value":"17","tag":"count"},"side":2.5,"label":"l","kind":"square"}"#,
      #"{"kind":"square","label":"l","side":2.5,"pair":{"tag":"count","value":17},"tag":0}"#,
    ] {
      var codec = codec
      codec.unknownFields = .ignore
      let root = try codec.decode(text, as: JsonNames.self).root(JsonNames.self)
      guard case .square(let square) = try root.which else {
        Issue.record("no square")
        return
      }
      #expect(try square.side == 2.5 && square.label == "l")
      guard case .count(let count) = try root.pair.which else {
        Issue.record("no count")
        return
      }
      #expect(count == 17)
    }
  }

  @Test(arguments: [
    (#"{"kind":"triangle"}"#, CapnProtoError.Code.typeMismatch, "JsonNames"),
    (#"{"kind":3}"#, .typeMismatch, "JsonNames"),
    (#"{"kind":"circle","side":3}"#, .typeMismatch, "JsonNames"),
    (#"{"kind":"nothing","a-number":3}"#, .typeMismatch, "JsonNames"),
    (#"{"id":3}"#, .unknownField, "JsonNames"),
    (#"{"color":"dark"}"#, .typeMismatch, "JsonNames.color"),
    (#"{"pair":{"value":3}}"#, .typeMismatch, "JsonNames.pair"),
    (#"{"pair":{"tag":"count","value":"x"}}"#, .typeMismatch, "JsonNames.pair.count"),
    (#"{"pair":{"tag":"count","count":3}}"#, .unknownField, "JsonNames.pair"),
    (#"{"box_width":"x"}"#, .typeMismatch, "JsonNames.box.width"),
    (#"{"box_stamp":"6"}"#, .typeMismatch, "JsonNames.box.stamp"),
    (#"{"n_named":"one","n_two":3}"#, .typeMismatch, "JsonNames"),
    (#"{"picture":"*"}"#, .typeMismatch, "JsonNames.picture"),
  ]) func refusesWhatContradictsItself(
    text: String, code: CapnProtoError.Code, path: String
  ) throws {
    let error = expectError(code) { try codec.decode(text, as: JsonNames.self) }
    #expect(error?.path == path, "\(text): \(error.map { "\($0)" } ?? "")")
  }

  /// libcapnp reads all of these as the first member, and loses what is in the others.
  @Test(arguments: [
    (#"{"label":"l","length":2.5}"#, #"{"label":"l","length":2.5}"#),
    (#"{"label":"l"}"#, #"{"label":"l","length":0}"#),
    (#"{"width":3}"#, #"{"width":3}"#),
    (#"{"width":3,"label":"l"}"#, #"{"label":"l","width":3}"#),
    (#"{"round_radius":3,"label":"l"}"#, #"{"label":"l","round_radius":3}"#),
    (#"{"point":3}"#, #"{"point":3}"#),
  ]) func keysTellTheMemberWhereNothingElseDoes(text: String, again: String) throws {
    let message = try JSONCodec().decode(text, as: JsonOpen.self)
    #expect(try JSONCodec().encode(message.root(JsonOpen.self)) == again)
  }

  @Test(arguments: [
    #"{"length":2.5,"width":3}"#, #"{"point":2,"width":3}"#, #"{"width":1,"round_radius":3}"#,
  ]) func refusesKeysOfTwoMembers(text: String) throws {
    expectError(.typeMismatch) { try JSONCodec().decode(text, as: JsonOpen.self) }
  }

  @Test func writesAGroupAloneAsInItsStruct() throws {
    let root = try codec.decode(#"{"pair":{"tag":"count","value":7}}"#, as: JsonNames.self)
      .root(JsonNames.structSchema)
    guard case .structure(let pair) = try root.get("pair") else {
      Issue.record("no group")
      return
    }
    #expect(try JSONCodec().encode(pair) == #"{"tag":"count","value":7}"#)
  }
}
