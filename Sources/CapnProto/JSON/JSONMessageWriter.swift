/// Writes structs as JSON.
struct JSONMessageWriter {
  /// The largest number of elements that take no memory in the message and do in JSON.
  private static let mostEmptyElements = 1 << 16

  private let codec: JSONCodec
  private(set) var output: JSONOutput
  private let sink: PieceSink?
  private var depth = 0

  /// Whether this is what a null pointer reads as.
  private var isWithinNull = false

  init(_ codec: JSONCodec) {
    self.codec = codec
    output = JSONOutput()
    sink = nil
  }

  /// Writes piece by piece.
  ///
  /// - Parameters:
  ///   - codec: how it is written; with `omitsDefaults`, all is one piece.
  ///   - sink: ends the work where it does not take more.
  ///   - target: gets the pieces.
  init(_ codec: JSONCodec, sink: PieceSink, target: @escaping ([UInt8]) -> Void) {
    self.codec = codec
    output = JSONOutput(target: target)
    self.sink = sink
  }

  /// Passes on what is left.
  mutating func finish() throws(CapnProtoError) {
    output.passOn(atLeast: 0)
    try sink?.check()
  }

  mutating func write(_ value: DynamicStruct.Reader) throws(CapnProtoError) {
    let members = try codec.plans.plan(value.schema).members
    try enter()
    output.append(UInt8(ascii: "{"))
    var isFirst = true
    try write(members, value, &isFirst)
    output.append(UInt8(ascii: "}"))
    depth -= 1
  }

  private mutating func enter() throws(CapnProtoError) {
    depth += 1
    guard depth <= codec.nestingLimit else {
      throw CapnProtoError(
        .nestingLimit,
        "the JSON is more than the \(codec.nestingLimit) levels of `nestingLimit` deep")
    }
  }

  private mutating func checkSize() throws(CapnProtoError) {
    // What is left out when it turns out to be empty is not passed on before.
    if let sink, !codec.omitsDefaults {
      output.passOn()
      try sink.check()
    }
    guard output.count <= codec.maximumOutputBytes else {
      throw CapnProtoError(
        .tooLarge,
        "the JSON is larger than the \(codec.maximumOutputBytes) bytes of `maximumOutputBytes`")
    }
  }

  private mutating func write(
    _ members: JSONMembers, _ value: DynamicStruct.Reader, _ isFirst: inout Bool
  ) throws(CapnProtoError) {
    for item in members.fields where !isLeftOut(item, value) {
      try write(item, value, key: item.name, &isFirst)
    }
    guard let union = members.union, let (item, label) = union.member(value) else { return }
    if let key = union.discriminator {
      write(key: key, &isFirst)
      output.string(label)
      if item.type == .void { return }
    } else if codec.omitsDefaults, value.tag == 0, item.flattened == nil,
      !value.has(item.field) || value.isDefault(item)
    {
      return
    }
    try write(item, value, key: union.valueName ?? item.name, &isFirst)
  }

  private func isLeftOut(_ item: JSONField, _ value: DynamicStruct.Reader) -> Bool {
    !value.has(item.field) || codec.omitsDefaults && value.isDefault(item)
  }

  private mutating func write(key: [UInt8], _ isFirst: inout Bool) {
    if !isFirst { output.append(UInt8(ascii: ",")) }
    isFirst = false
    output.string(key)
    output.append(UInt8(ascii: ":"))
  }

  private mutating func write(
    _ item: JSONField, _ value: DynamicStruct.Reader, key: [UInt8], _ isFirst: inout Bool
  ) throws(CapnProtoError) {
    do throws(CapnProtoError) {
      try checkSize()
      if let members = item.flattened {
        guard value.has(item.field), case .structure(let inner) = try value.get(item.field) else {
          return
        }
        // It is no level of the JSON, but it is one of the stack.
        try enter()
        try write(members, inner, &isFirst)
        depth -= 1
        return
      }
      let start = output.count
      let wasFirst = isFirst
      write(key: key, &isFirst)
      let encoding = item.encoding ?? codec.dataEncoding
      if value.has(item.field) {
        let content = output.count
        try write(value.get(item.field), item.type, encoding)
        // A group in which all is left out is left out itself, unless it tells what is set.
        if codec.omitsDefaults, item.isGroup, item.field.discriminant == nil,
          output.count == content + 2
        {
          output.cut(to: start)
          isFirst = wasFirst
        }
      } else {
        try writeNull(item, value, encoding)
      }
    } catch {
      throw error.inside(".\(item.field.name)")
    }
  }

  /// The member of a union that is set, and is a null pointer: its default.
  private mutating func writeNull(
    _ item: JSONField, _ value: DynamicStruct.Reader, _ encoding: JSONCodec.DataEncoding
  ) throws(CapnProtoError) {
    // The default of a recursive type has no end.
    guard !isWithinNull, item.type.hasDefault else { return output.append("null") }
    isWithinNull = true
    defer { isWithinNull = false }
    try write(value.get(item.field), item.type, encoding)
  }

  mutating func write(
    _ value: DynamicValue, _ type: SchemaType, _ encoding: JSONCodec.DataEncoding
  ) throws(CapnProtoError) {
    switch value {
    case .void: output.append("null")
    case .bool(let value): output.append(value ? "true" : "false")
    case .int(let value):
      output.integer(value, quoted: type == .int64 && codec.largeIntegers == .string)
    case .uint(let value):
      output.integer(value, quoted: type == .uint64 && codec.largeIntegers == .string)
    case .float32(let value): output.float(value)
    case .float64(let value): output.float(value)
    case .text(let text): output.string(text.utf8)
    case .data(let bytes): write(bytes, encoding)
    case .list(let list): try write(list, encoding)
    case .enumeration(let value):
      let names = try codec.plans.plan(value.schema).names
      if Int(value.rawValue) < names.count {
        output.string(names[Int(value.rawValue)])
      } else {
        output.integer(value.rawValue, quoted: false)
      }
    case .structure(let value): try write(value)
    case .capability:
      throw CapnProtoError(.unsupported, "JSON cannot show a capability")
    case .anyPointer(let pointer):
      guard pointer.isNull else {
        throw CapnProtoError(.unsupported, "JSON cannot show a pointer of an open type")
      }
      output.append("null")
    }
  }

  private mutating func write(_ bytes: Bytes.Reader, _ encoding: JSONCodec.DataEncoding) {
    switch encoding {
    case .base64: write(bytes) { JSONBytes.base64($0) }
    case .hex: write(bytes) { JSONBytes.hex($0) }
    case .array:
      output.append(UInt8(ascii: "["))
      for (index, byte) in bytes.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        output.integer(byte, quoted: false)
        if !codec.omitsDefaults { output.passOn() }
      }
      output.append(UInt8(ascii: "]"))
    }
  }

  /// Writes bytes as a string, a few at a time.
  private mutating func write(
    _ bytes: Bytes.Reader, _ characters: (Slice<Bytes.Reader>) -> [UInt8]
  ) {
    output.append(UInt8(ascii: "\""))
    // Three bytes are four characters of base64.
    for start in stride(from: 0, to: bytes.count, by: 3 << 14) {
      output.append(characters(bytes[start..<min(start + (3 << 14), bytes.count)]))
      if !codec.omitsDefaults { output.passOn() }
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func write(
    _ list: DynamicList.Reader, _ encoding: JSONCodec.DataEncoding
  ) throws(CapnProtoError) {
    guard list.count <= Self.mostEmptyElements || !list.hasEmptyElements else {
      throw CapnProtoError(
        .tooLarge, "the message claims \(list.count) elements of no size, too many for JSON")
    }
    try enter()
    output.append(UInt8(ascii: "["))
    for index in 0..<list.count {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      do throws(CapnProtoError) {
        try checkSize()
        if !list.elementType.hasDefault, list.isNull(at: index) {
          output.append("null")
        } else {
          try write(list.get(index), list.elementType, encoding)
        }
      } catch {
        throw error.inside("[\(index)]")
      }
    }
    output.append(UInt8(ascii: "]"))
    depth -= 1
  }
}
