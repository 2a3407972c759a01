internal import CapnProtoSyntax

/// Values of literals and constants.
extension Compilation {
  /// How many words the values of a run may take: constants that name others can double them.
  static let valueWords = 1 << 22

  func value(
    _ expression: Expression, as type: Meaning, in scope: Scope
  ) throws(Fault) -> CompiledValue {
    let range = expression.range
    try charge(1, range)
    guard resolutionDepth < Self.resolutionDepth else {
      throw Fault(range, "Values lead to too many others.")
    }
    resolutionDepth += 1
    defer { resolutionDepth -= 1 }
    if !expression.suffixes.isEmpty { return try named(expression, type, scope) }
    switch expression.head {
    case .relative(let name):
      if case .entity(let entity, _) = type, entity.kind == .enumeration {
        guard let info = analyzedEnumeration(entity) else { throw Fault(range, Self.reported) }
        if let value = info.values[name] { return .enumeration(value) }
      } else if let value = Self.keyword(name) {
        return try convert(value.0, from: value.1, to: type, range)
      }
      return try named(expression, type, scope)
    case .absolute, .importing:
      return try named(expression, type, scope)
    case .embedding(let path):
      let bytes = try embedded(path, from: scope.entity.text, range)
      try charge(bytes.count / 8 + 1, range)
      switch type {
      case .builtin(.text): return .text(bytes)
      case .builtin(.data): return .data(bytes)
      default: throw Fault(range, "Embeds can only be used when Text or Data is expected.")
      }
    case .integer(let magnitude, let isNegative):
      if isNegative, magnitude > 1 << 63 { throw Fault(range, "Integer value out of range.") }
      let bits = isNegative ? 0 &- magnitude : magnitude
      return try convert(
        .integer(bits, isNegative: isNegative && magnitude != 0), from: .builtin(.int64), to: type,
        range)
    case .float(let value):
      return try convert(.float(value), from: .builtin(.float64), to: type, range)
    case .string(let bytes):
      try charge(bytes.count / 8 + 1, range)
      if case .builtin(.data) = type { return .data(bytes) }
      return try convert(.text(bytes), from: .builtin(.text), to: type, range)
    case .binary(let bytes):
      try charge(bytes.count / 8 + 1, range)
      return try convert(.data(bytes), from: .builtin(.data), to: type, range)
    case .list(let elements):
      guard case .list(let element) = type else { throw mismatch(type, range) }
      return .pointer(try list(elements, element, scope, range))
    case .tuple(let arguments):
      guard case .entity(let entity, let brand) = type, entity.kind == .structure else {
        throw mismatch(type, range)
      }
      return .pointer(.structure(try body(arguments, entity, brand, scope, range)))
    }
  }

  func charge(_ words: Int, _ range: Range<Int>) throws(Fault) {
    usedWords += words
    if usedWords > Self.valueWords { throw Fault(range, "The values of this run are too large.") }
  }

  private static func keyword(_ name: String) -> (CompiledValue, Meaning)? {
    switch name {
    case "void": (.void, .builtin(.void))
    case "true": (.bool(true), .builtin(.bool))
    case "false": (.bool(false), .builtin(.bool))
    case "nan": (.float(.nan), .builtin(.float64))
    case "inf": (.float(.infinity), .builtin(.float64))
    default: nil
    }
  }

  private func named(
    _ expression: Expression, _ type: Meaning, _ scope: Scope
  ) throws(Fault) -> CompiledValue {
    steps = 0
    guard case .entity(let entity, _) = try meaning(expression, in: scope),
      entity.kind == .constant
    else { throw Fault(expression.range, "This does not name a constant.") }
    guard let info = analyzedConstant(entity) else {
      throw Fault(expression.range, Self.reported)
    }
    if case .relative(let name) = expression.head, expression.suffixes.isEmpty {
      throw Fault(
        expression.range,
        "Constant names must be qualified to avoid confusion.  Please replace '\(name)' with "
          + "'.\(name)' or the like, if that is what you intended.")
    }
    try charge(size(info.value.wire, 0), expression.range)
    return try convert(info.value, from: info.type, to: type, expression.range)
  }

  /// How many words a value takes, without counting far past what is allowed.
  private func size(_ value: WireValue, _ soFar: Int) -> Int {
    guard soFar <= Self.valueWords else { return soFar }
    var sum = soFar + 1
    func add(_ body: WireValue.Body) {
      sum += body.data.count / 8
      for pointer in body.pointers { sum = size(pointer, sum) }
    }
    switch value {
    case .null: break
    case .structure(let body): add(body)
    case .bytes(let bytes), .scalars(_, _, let bytes): sum += bytes.count / 8 + 1
    case .pointers(let values): for value in values { sum = size(value, sum) }
    case .structures(_, _, let bodies): for body in bodies { add(body) }
    }
    return sum
  }

  private func list(
    _ elements: [Expression], _ type: Meaning, _ scope: Scope, _ range: Range<Int>
  ) throws(Fault) -> WireValue {
    try charge(elements.count, range)
    if case .entity(let entity, let brand) = type, entity.kind == .structure {
      let info = analyzedStructure(entity)
      var bodies: [WireValue.Body] = []
      for element in elements {
        if case .pointer(.structure(let body)) = try value(
          element, as: .entity(entity, brand), in: scope)
        {
          bodies.append(body)
        }
      }
      return .structures(dataWords: info.dataWords, pointers: info.pointers, bodies)
    }
    guard let size = type.dataSize else {
      var values: [WireValue] = []
      for element in elements { values.append(try value(element, as: type, in: scope).wire) }
      return .pointers(values)
    }
    let codes: [Int: UInt64] = [-1: 0, 0: 1, 3: 2, 4: 3, 5: 4, 6: 5]
    var bytes = [UInt8](
      repeating: 0, count: size < 0 ? 0 : ((elements.count << size) + 7) / 8)
    for (index, element) in elements.enumerated() {
      let value = try value(element, as: type, in: scope)
      Self.store(value.bits(type), size, at: index, in: &bytes)
    }
    return .scalars(code: codes[size] ?? 0, count: elements.count, bytes)
  }

  private static func store(_ bits: UInt64, _ size: Int, at index: Int, in bytes: inout [UInt8]) {
    if size < 0 { return }
    if size == 0 {
      guard index / 8 < bytes.count else { return }
      let bit = UInt8(1) << UInt8(index % 8)
      bytes[index / 8] = bits & 1 == 1 ? bytes[index / 8] | bit : bytes[index / 8] & ~bit
      return
    }
    let count = 1 << (size - 3)
    guard index * count + count <= bytes.count else { return }
    for byte in 0..<count {
      bytes[index * count + byte] = UInt8(truncatingIfNeeded: bits >> UInt64(byte * 8))
    }
  }

  private func body(
    _ arguments: [Expression.Argument], _ entity: Entity, _ brand: BrandScope, _ scope: Scope,
    _ range: Range<Int>
  ) throws(Fault) -> WireValue.Body {
    let info = analyzedStructure(entity)
    try charge(info.dataWords + info.pointers, range)
    var body = WireValue.Body(
      data: Array(repeating: 0, count: info.dataWords * 8),
      pointers: Array(repeating: .null, count: info.pointers))
    try fill(&body, arguments, info, entity, brand, scope)
    return body
  }

  /// A group can hold groups, no deeper than the parser lets declarations nest.
  private func clear(_ group: StructInfo, in body: inout WireValue.Body) {
    if group.discriminantCount > 0 {
      Self.store(0, 4, at: group.discriminantOffset, in: &body.data)
    }
    for field in group.fields {
      if let inner = field.group {
        clear(inner, in: &body)
      } else if let size = field.type.dataSize {
        Self.store(0, size, at: field.offset, in: &body.data)
      } else if field.offset < body.pointers.count {
        body.pointers[field.offset] = .null
      }
    }
  }

  private func fill(
    _ body: inout WireValue.Body, _ arguments: [Expression.Argument], _ info: StructInfo,
    _ entity: Entity, _ brand: BrandScope, _ scope: Scope
  ) throws(Fault) {
    for argument in arguments {
      guard let name = argument.name else {
        throw Fault(argument.value.range, "Missing field name.")
      }
      guard let field = info.field(named: name.text) else {
        throw Fault(name.range, "Struct has no field named '\(name.text)'.")
      }
      if let discriminant = field.discriminant {
        // The tag may have been set by another member before.
        Self.store(
          UInt64(discriminant), 4, at: info.discriminantOffset, in: &body.data)
      }
      if let group = field.group {
        guard case .tuple(let inner) = argument.value.head, argument.value.suffixes.isEmpty else {
          throw Fault(argument.value.range, "Type mismatch; expected group.")
        }
        // What another member of a union left there goes.
        clear(group, in: &body)
        try fill(&body, inner, group, entity, brand, scope)
        continue
      }
      let type = field.type.substituting(brand)
      let value = try value(argument.value, as: type, in: scope)
      if let size = field.type.dataSize {
        let initial = fieldDefault(field)?.bits(field.type) ?? 0
        Self.store(value.bits(type) ^ initial, size, at: field.offset, in: &body.data)
      } else if field.offset < body.pointers.count {
        body.pointers[field.offset] = value.wire
      }
    }
  }
}
