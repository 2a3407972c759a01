internal import CapnProto

extension RequestWriter {
  func write(
    _ value: CompiledValue, _ type: Meaning, _ target: Schema.Value.Builder
  ) throws(CapnProtoError) {
    switch value {
    case .void: target.setVoid()
    case .bool(let value): target.bool = value
    case .integer(let bits, _): integer(bits, type, target)
    case .float(let value):
      if case .builtin(.float32) = type {
        target.float32 = Float(value)
      } else {
        target.float64 = value
      }
    case .text(let bytes): try target.setText(bytes)
    case .data(let bytes): try target.setData(bytes)
    case .enumeration(let value): target.enum = value
    case .interface: target.setInterface()
    case .pointer(let value):
      switch type {
      case .list: try write(value, target.initList())
      case .entity: try write(value, target.initStruct())
      // A text or data without a default has a null pointer.
      case .builtin(.text):
        try target.setText("")
        try target.clearText()
      case .builtin(.data):
        try target.setData([])
        try target.clearData()
      default: try write(value, target.initAnyPointer())
      }
    }
  }

  private func integer(_ bits: UInt64, _ type: Meaning, _ target: Schema.Value.Builder) {
    guard case .builtin(let builtin) = type else { return }
    switch builtin {
    case .int8: target.int8 = Int8(truncatingIfNeeded: bits)
    case .int16: target.int16 = Int16(truncatingIfNeeded: bits)
    case .int32: target.int32 = Int32(truncatingIfNeeded: bits)
    case .int64: target.int64 = Int64(truncatingIfNeeded: bits)
    case .uint8: target.uint8 = UInt8(truncatingIfNeeded: bits)
    case .uint16: target.uint16 = UInt16(truncatingIfNeeded: bits)
    case .uint32: target.uint32 = UInt32(truncatingIfNeeded: bits)
    default: target.uint64 = bits
    }
  }

  private func write(_ value: WireValue, _ pointer: PointerBuilder) throws(CapnProtoError) {
    if case .null = value { return }
    let message = try Message(WireWriter.message(value), options: .trusted)
    try pointer.set(message.root)
  }
}
