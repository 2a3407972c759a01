extension FileEmitter {
  /// `, default: …` for a pointer field with a default, after declaring the default itself.
  func defaultArgument(_ field: FieldModel, _ slot: SlotModel, in node: NodeModel) -> String {
    guard let words = slot.defaultValue.message else { return "" }
    let name = defaultName(field, in: node)
    declareMessage(name, words)
    return ", default: \(name)"
  }

  /// The name of the declaration that holds a field's default.
  func defaultName(_ field: FieldModel, in node: NodeModel) -> String {
    "_capnp_default_\(node.id.hex.dropFirst(2))_\(field.index)"
  }

  /// Declares an encoded message at the end of the file, once.
  func declareMessage(_ name: String, _ words: [UInt64]) {
    let text =
      "\(settings.usable) let \(name) = CapnProto::DefaultPointer(\n  words: "
      + Literal.words(words) + ")"
    if !globals.contains(text) { globals.append(text) }
  }
}

extension ValueModel {
  /// The message of a default or a constant behind a pointer; nil when it is the empty one.
  var message: [UInt64]? {
    switch self {
    case .pointer(let words): words
    case .text(let text): text.isEmpty ? nil : Encoding.words(ofBytes: Array(text.utf8) + [0])
    case .data(let bytes): bytes.isEmpty ? nil : Encoding.words(ofBytes: bytes)
    default: nil
    }
  }
}
