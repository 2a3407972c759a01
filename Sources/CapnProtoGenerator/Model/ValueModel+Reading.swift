import CapnProto

extension ValueModel {
  init(_ reader: Schema.Value.Reader) throws(CapnProtoError) {
    switch try reader.which {
    case .void: self = .void
    case .bool(let value): self = .bool(value)
    case .int8(let value): self = .int(Int64(value))
    case .int16(let value): self = .int(Int64(value))
    case .int32(let value): self = .int(Int64(value))
    case .int64(let value): self = .int(value)
    case .uint8(let value): self = .uint(UInt64(value))
    case .uint16(let value): self = .uint(UInt64(value))
    case .uint32(let value): self = .uint(UInt64(value))
    case .uint64(let value): self = .uint(value)
    case .float32(let value): self = .float32(value.bitPattern)
    case .float64(let value): self = .float64(value.bitPattern)
    case .text(let value): self = reader.hasText ? .text(String(value)) : .null
    case .data(let value): self = reader.hasData ? .data([UInt8](value)) : .null
    case .enum(let value): self = .enumeration(value)
    case .list(let pointer), .struct(let pointer), .anyPointer(let pointer):
      self = pointer.isNull ? .null : .pointer(try Encoding.words(of: pointer))
    case .interface: self = .null
    case .unrecognized(let tag):
      throw CapnProtoError(.malformed, "A value is of the unknown type \(tag).")
    }
  }
}
