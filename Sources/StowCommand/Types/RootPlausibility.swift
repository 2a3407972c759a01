internal import CapnProto

/// Whether the numbers of a struct may be those of a schema: whoever wrote it had one.
struct RootPlausibility {
  /// What cannot be; nil where nothing speaks against it.
  let fault: String?

  init(_ root: DynamicStruct.Reader) throws {
    fault = try Self.unusedBits(root) ?? Self.strangeNumber(root)
  }

  /// Where a schema has no field, its writers leave zeros.
  private static func unusedBits(_ root: DynamicStruct.Reader) throws -> String? {
    var used = Array(repeating: UInt64(0), count: (root._raw.dataBitCount + 63) / 64)
    mark(root.schema, &used, depth: 0)
    for (index, mask) in used.enumerated() {
      let word: UInt64 = root._raw.scalar(at: index)
      guard word & ~mask == 0 else {
        return "word \(index) of the root has bits where \(root.schema.name) has no field"
      }
    }
    return nil
  }

  private static func mark(_ schema: StructSchema, _ used: inout [UInt64], depth: Int) {
    func mark(_ bits: Int, at offset: Int) {
      guard bits > 0, offset / 64 < used.count else { return }
      let mask = bits == 64 ? UInt64.max : (1 << UInt64(bits) - 1)
      used[offset / 64] |= mask << UInt64(offset % 64)
    }
    if schema.discriminantCount > 0 { mark(16, at: schema.discriminantOffset * 16) }
    for field in schema.fields {
      if field.isGroup {
        guard depth < 16, case .structure(let group) = field.type else { continue }
        Self.mark(group, &used, depth: depth + 1)
      } else if let bits = bits(field.type) {
        mark(bits, at: field.offset * bits)
      }
    }
  }

  private static func bits(_ type: SchemaType) -> Int? {
    switch type.elementSize {
    case .void: 0
    case .bit: 1
    case .byte: 8
    case .twoBytes: 16
    case .fourBytes: 32
    case .eightBytes: 64
    case .pointer, .composite: nil
    }
  }

  /// The bits of a whole number make a fraction that is next to nothing, and hardly ever one that
  /// somebody would choose.
  private static func strangeNumber(_ root: DynamicStruct.Reader) throws -> String? {
    for field in root.schema.fields where root.isActive(field) && !field.isGroup {
      let isStrange =
        switch try root.get(field) {
        case .float32(let value): value.isSubnormal
        case .float64(let value): value.isSubnormal
        default: false
        }
      if isStrange { return "\(root.schema.name).\(field.name) would be next to nothing" }
    }
    return nil
  }
}
