import Reductions
import Testing

/// Rows that are no JSON, or not what is needed, are refused with the place and the reason.
struct JSONFaultTests {
  private static let formats: [(DataFormat, FeaturesType, LabelType, String)] = [
    (
      .json, .simple, .simple,
      #"{"label": {"value": 1.5, "weight": 2e0}, "features": {"n": {"a": 1, "b": "w\n", "c": true}, "m": [1.25, -3]}, "x": [{}, null]}"#
    ),
    (
      .json, .actions, .action,
      #"{"label": {"action": 0, "cost": 0.25, "probability": 0.5}, "shared": {"u": ["x", "\u0041"]}, "actions": [{"a": {"b": 1}}, {}]}"#
    ),
    (
      .dsJSON, .actions, .action,
      #"{"_label_cost": -1, "_label_probability": 0.5, "_labelIndex": 0, "c": {"u": {"a": 1}, "b": false, "_multi": [{"i": {"x": "y"}}, [1, null, {"z": 2}]], "_t": "é"}}"#
    ),
  ]

  @Test(arguments: formats.indices)
  func rowsThatAreCutAreRefused(_ index: Int) throws {
    let (format, features, label, text) = Self.formats[index]
    let parser = try ExampleParser(format, features: features, label: label)
    let whole = try parser.parse(text)
    #expect(whole.label != nil)
    let bytes = Array(text.utf8)
    var buffer = ExampleBuffer()
    for count in 0..<bytes.count {
      #expect(throws: ReductionsError.self) {
        try parser.parse(bytes.span.extracting(first: count), into: &buffer)
      }
    }
    try parser.parse(bytes.span, into: &buffer)
    #expect(buffer.example == whole)
    for tail in ["x", "}", ",", " {}", "\u{0}"] {
      #expect(throws: ReductionsError.self) { try parser.parse(text + tail) }
    }
  }

  /// A row ends at the end of its line, whatever the next one goes on with.
  @Test(arguments: formats.indices)
  func rowsEndWithTheirLine(_ index: Int) throws {
    let (format, features, label, row) = Self.formats[index]
    let parser = try ExampleParser(format, features: features, label: label)
    let whole = try parser.parse(row)
    let bytes = Array(row.utf8)
    for end in ["\n", " \n", "\r\n", "\t \n"] {
      for count in 0..<bytes.count where count == 0 || bytes[count - 1] > 32 {
        let text = Array(bytes[..<count]) + Array(end.utf8) + Array(bytes[count...])
        var list = ExampleList()
        #expect(throws: ReductionsError.self, "\(row.prefix(count))") {
          try parser.parse(text.span, 0..<count, addingTo: &list)
        }
        #expect(list.count == 0)
      }
      let lines = [UInt8](row.utf8) + Array(end.utf8)
      let text = lines + lines + bytes
      var list = ExampleList()
      for line in 0..<3 {
        let start = line * lines.count
        try parser.parse(text.span, start..<start + bytes.count, addingTo: &list)
        #expect(list.label(line) == whole.label)
        #expect(list.featureCount(line) == whole.features.count)
      }
    }
  }

  @Test(arguments: formats.indices)
  func rowsWithOtherBytesGiveErrorsOrExamples(_ index: Int) throws {
    let (format, features, label, text) = Self.formats[index]
    let parser = try ExampleParser(format, features: features, label: label)
    var buffer = ExampleBuffer()
    let likely = Array(#"{}[]",:\0123456789.eE+-tfnu_ "#.utf8)
    for _ in 0..<20_000 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...3) {
        let place = Int.random(in: bytes.indices)
        bytes[place] = Bool.random() ? likely.randomElement()! : UInt8.random(in: 0...255)
        if Bool.random() { bytes.remove(at: Int.random(in: bytes.indices)) }
      }
      try? parser.parse(bytes.span, into: &buffer)
    }
    try parser.parse(Array(text.utf8).span, into: &buffer)
    #expect(try buffer.example == parser.parse(text))
  }

  @Test(arguments: [
    ("", "byte 0", "ends before"), ("  ", "byte 2", "ends before"),
    ("[1]", "features", "missing"), ("7", "features", "missing"),
    (#"{"features": null}"#, "features", "missing"),
    (#"{"features": 1}"#, "features", "object of namespaces"),
    (#"{"features": {"a": 1}}"#, "features", "a namespace is"),
    (#"{"features": {"a": {"b": null}}}"#, "features", "the value of a feature"),
    (#"{"features": {"a": {"b": [1]}}}"#, "features", "the value of a feature"),
    (#"{"features": {"a": [1, "b"]}}"#, "features", "a number is needed"),
    (#"{"features": {"a": ["b", 1]}}"#, "features", "a word is needed"),
    (#"{"features": {"a": [1, 1e999]}}"#, "features", "too large"),
    (#"{"features": {}, "label": "x"}"#, "label", "an object is needed"),
    (#"{"features": {}, "label": {}}"#, "label.value", "missing"),
    (#"{"features": {}, "label": {"value": null}}"#, "label.value", "a number is needed"),
    (#"{"features": {}, "label": {"value": 1, "weight": "x"}}"#, "label.weight", "a number"),
    (#"{"features": {},}"#, "byte 16", "key in quotes"),
    (#"{"features" {}}"#, "byte 12", "colon"), (#"{features: {}}"#, "byte 1", "key in quotes"),
    (#"{"features": {}"x": 1}"#, "byte 15", "comma"),
    (#"{"features": {}} x"#, "byte 17", "nothing may follow"),
    (#"{"features": {}, "x": [1,]}"#, "byte 25", "no value"),
    (#"{"features": {}, "x": tru}"#, "byte 22", "no value"),
    (#"{"features": {}, "x": nulL}"#, "byte 22", "no value"),
    (#"{"features": {}, "x": 01}"#, "byte 22", "no value"),
    (#"{"features": {}, "x": "a}"#, "byte 23", "does not end"),
    ("{\"features\": {}, \"x\": \"a\tb\"}", "byte 24", "control character"),
    (#"{"features": {"a": ["\x"]}}"#, "byte 23", "escape"),
    (#"{"features": {"a": ["\u12g4"]}}"#, "byte 25", "hexadecimal"),
    (#"{"features": {"\ud800": []}}"#, "byte 21", "half of a character"),
    (#"{"features": {"a": {"\udc00x": 1}}}"#, "byte 27", "half of a character"),
  ])
  func faultsAreNamed(_ text: String, _ path: String, _ reason: String) throws {
    let parser = try ExampleParser(.json, features: .simple, label: .simple)
    let error = #expect(throws: ReductionsError.self, "\(text)") { try parser.parse(text) }
    #expect(error?.path == path, "\(text): \(String(describing: error))")
    #expect(error?.message.contains(reason) == true, "\(text): \(String(describing: error))")
  }

  @Test(arguments: [
    (#"{"actions": {}}"#, DataFormat.json, "actions"), ("{}", .json, "actions"),
    (#"{"actions": [{}, 1]}"#, .json, "actions[1]"),
    (#"{"actions": [], "shared": []}"#, .json, "shared"),
    (
      #"{"actions": [], "label": {"action": 1.0, "cost": 1, "probability": 1}}"#, .json,
      "label.action"
    ),
    (
      #"{"actions": [], "label": {"action": -1, "cost": 1, "probability": 1}}"#, .json,
      "label.action"
    ),
    (#"{"actions": [], "label": {"action": 1, "probability": 1}}"#, .json, "label.cost"),
    ("{}", .dsJSON, "c"), (#"{"c": null}"#, .dsJSON, "c"), (#"{"c": {}}"#, .dsJSON, "c._multi"),
    (#"{"c": {"_multi": {}}}"#, .dsJSON, "c._multi"),
    (#"{"c": {"_multi": [{}, 2]}}"#, .dsJSON, "c._multi[1]"),
    (#"{"c": {"_multi": [{"a": [true]}]}}"#, .dsJSON, "c._multi[0]"),
    (#"{"c": {"_multi": [{"a": null}]}}"#, .dsJSON, "c._multi[0]"),
    (#"{"c": {"a": 1, "_multi": [], "b": null}}"#, .dsJSON, "c"),
    (#"{"c": {"_multi": []}, "_label_cost": 1}"#, .dsJSON, "_labelIndex"),
    (#"{"c": {"_multi": []}, "_label_cost": "1"}"#, .dsJSON, "_label_cost"),
  ])
  func faultsOfActionsAreNamed(_ text: String, _ format: DataFormat, _ path: String) throws {
    let parser = try ExampleParser(format, features: .actions, label: .action)
    let error = #expect(throws: ReductionsError.self, "\(text)") { try parser.parse(text) }
    #expect(error?.path == path, "\(text): \(String(describing: error))")
  }

  /// As deep as serde_json goes, and no deeper, whether somebody asks for what is there or not.
  @Test(arguments: [
    #"{"features": {}, "x": @}"#, #"{"features": {}, "x": [[], {"y": @}]}"#,
  ])
  func depthIsLimited(_ frame: String) throws {
    let parser = try ExampleParser(.json, features: .simple, label: .simple)
    let around = frame.prefix { $0 != "@" }.reduce(0) {
      $0 + ($1 == "{" || $1 == "[" ? 1 : $1 == "}" || $1 == "]" ? -1 : 0)
    }
    for (opening, closing) in [("[", "]"), (#"{"a":"#, "}")] {
      func text(_ levels: Int) -> String {
        let value =
          String(repeating: opening, count: levels) + "1"
          + String(repeating: closing, count: levels)
        return frame.replacing("@", with: value)
      }
      _ = try parser.parse(text(128 - around))
      #expect(throws: ReductionsError.self) { try parser.parse(text(129 - around)) }
      #expect(throws: ReductionsError.self) { try parser.parse(text(100_000)) }
    }
  }

  @Test func depthOfLogsIsLimited() throws {
    let parser = try ExampleParser(.dsJSON, features: .actions, label: .action)
    func text(_ levels: Int) -> String {
      let value =
        String(repeating: #"{"a":[1,"#, count: levels / 2) + "{}"
        + String(repeating: "]}", count: levels / 2)
      return #"{"c": {"_multi": ["# + value + "]}}"
    }
    _ = try parser.parse(text(124))
    #expect(throws: ReductionsError.self) { try parser.parse(text(126)) }
    #expect(throws: ReductionsError.self) { try parser.parse(text(200_000)) }
  }
}
