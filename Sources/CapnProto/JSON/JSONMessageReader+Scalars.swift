internal import CapnProtoSyntax

extension JSONMessageReader {
  func mismatch(_ index: Int, _ type: String) -> CapnProtoError {
    tape.error(.typeMismatch, "\(tape.label(index)) is no \(type)", at: index)
  }

  /// A value of a type that is no pointer.
  func scalar(_ index: Int, _ type: SchemaType) throws(CapnProtoError) -> DynamicValue {
    let value: DynamicValue? =
      switch (tape.items[index].kind, type) {
      case (.null, .void): .void
      case (.true, .bool): .bool(true)
      case (.false, .bool): .bool(false)
      // What `JSON.stringify` makes of a NaN.
      case (.null, .float32): .float32(.nan)
      case (.null, .float64): .float64(.nan)
      case (_, .enumeration(let schema)): try enumerant(index, schema)
      case (.string, .float32): float(index, Float.self).map { .float32($0) }
      case (.string, .float64): float(index, Double.self).map { .float64($0) }
      case (.number, .float32): JSONNumber.float(tape.raw(index), Float.self).map { .float32($0) }
      case (.number, .float64): JSONNumber.float(tape.raw(index), Double.self).map { .float64($0) }
      case (.number, _): JSONNumber.integer(tape.raw(index))
      case (.string, _) where isNumber(index): JSONNumber.integer(tape.raw(index))
      default: nil
      }
    guard let value else { throw mismatch(index, "\(type)") }
    do throws(CapnProtoError) {
      _ = try value.bits(as: type)
    } catch {
      throw mismatch(index, "\(type)")
    }
    return value
  }

  private func isNumber(_ index: Int) -> Bool {
    let text = tape.raw(index)
    return JSONNumber.end(in: text) == text.endIndex
  }

  private func float<T: BinaryFloatingPoint & LosslessStringConvertible>(
    _ index: Int, _ type: T.Type
  ) -> T? {
    switch String(decoding: tape.raw(index).prefix(10), as: UTF8.self) {
    case "NaN": .nan
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: isNumber(index) ? JSONNumber.float(tape.raw(index), type) : nil
    }
  }

  private func enumerant(
    _ index: Int, _ schema: EnumSchema
  ) throws(CapnProtoError) -> DynamicValue? {
    if tape.isString(index) {
      let plan = try codec.plans.plan(schema)
      return tape.name(index, longest: plan.longestName).flatMap { plan.values[$0] }.map {
        .enumeration(DynamicEnum(schema: schema, rawValue: $0))
      }
    }
    guard tape.items[index].kind == .number,
      case .uint(let number)? = JSONNumber.integer(tape.raw(index)),
      let rawValue = UInt16(exactly: number)
    else { return nil }
    return .enumeration(DynamicEnum(schema: schema, rawValue: rawValue))
  }

  /// What a value is as bytes, good until the next is read.
  mutating func data(
    _ index: Int, _ encoding: JSONCodec.DataEncoding
  ) throws(CapnProtoError) -> SharedBytes {
    let bytes = decoded
    bytes.removeAll()
    if tape.items[index].kind == .array {
      try appendBytes(of: index, to: bytes)
      return bytes.bytes
    }
    guard tape.isString(index), encoding != .array else { throw mismatch(index, "Data") }
    let text = try tape.contents(index, unescaped)
    let isGood =
      encoding == .hex
      ? try JSONBytes.decode(hex: text, to: bytes) : try JSONBytes.decode(base64: text, to: bytes)
    guard isGood else {
      throw mismatch(index, encoding == .hex ? "run of hexadecimal bytes" : "base64")
    }
    return bytes.bytes
  }

  private func appendBytes(
    of array: Int, to bytes: SpooledArray<UInt8>
  ) throws(CapnProtoError) {
    try tape.forEach(array) { element throws(CapnProtoError) in
      guard tape.items[element].kind == .number,
        case .uint(let number)? = JSONNumber.integer(tape.raw(element)),
        let byte = UInt8(exactly: number)
      else { throw mismatch(element, "byte").inside("[\(bytes.count)]") }
      try bytes.append(byte)
    }
  }
}
