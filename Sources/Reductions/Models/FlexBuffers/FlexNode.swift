/// A value in a FlexBuffer, read in place; nothing in it is relied on before it was checked.
struct FlexNode {
  let bytes: [UInt8]
  let type: UInt8
  /// Where the value is, or what it leads to.
  private let place: Int
  /// The width of the value, or of what is in what it leads to.
  private let width: FlexWidth

  /// The value that a buffer is.
  init(_ bytes: [UInt8]) throws(ReductionsError) {
    guard bytes.count >= 3, let width = FlexWidth(bytes: UInt64(bytes[bytes.count - 1])),
      bytes.count >= 2 + width.bytes
    else { throw .model("model", "it is too short for a FlexBuffer, or does not end like one") }
    try self.init(bytes, bytes[bytes.count - 2], at: bytes.count - 2 - width.bytes, width, "model")
  }

  private init(
    _ bytes: [UInt8], _ packed: UInt8, at slot: Int, _ slotWidth: FlexWidth, _ path: String
  ) throws(ReductionsError) {
    let width = FlexWidth(rawValue: packed & 3) ?? .one
    self.bytes = bytes
    type = packed >> 2
    switch type {
    case FlexType.null...FlexType.float, FlexType.bool:
      place = slot
      self.width = slotWidth
    default:
      // Offsets only lead back, and no further than to the beginning.
      let offset = Self.load(bytes, slot, slotWidth)
      guard offset <= UInt64(slot) else {
        throw .model(path, "an offset leads out of the file, so it is damaged")
      }
      place = slot - Int(offset)
      self.width = width
    }
  }

  /// A number at a place that was checked.
  private static func load(_ bytes: [UInt8], _ place: Int, _ width: FlexWidth) -> UInt64 {
    var value: UInt64 = 0
    for byte in 0..<width.bytes { value |= UInt64(bytes[place + byte]) << (8 * byte) }
    return value
  }

  private func number(_ path: String) throws(ReductionsError) -> UInt64 {
    guard place + width.bytes <= bytes.count else { throw Self.damaged(path) }
    return Self.load(bytes, place, width)
  }

  private static func damaged(_ path: String) -> ReductionsError {
    .model(path, "it leads out of the file, so it is damaged")
  }

  /// The length that stands before what is here.
  private func length(_ path: String) throws(ReductionsError) -> Int {
    guard place >= width.bytes else { throw Self.damaged(path) }
    let length = Self.load(bytes, place - width.bytes, width)
    guard length <= UInt64(bytes.count - place) else {
      throw .model(path, "it says that it has \(length) parts, which is more than the file")
    }
    return Int(length)
  }
}

extension FlexNode: ModelNode {
  var isNull: Bool { type == FlexType.null }

  func unsigned(_ path: String) throws(ReductionsError) -> UInt64 {
    switch type {
    case FlexType.unsigned, FlexType.indirectUnsigned: return try number(path)
    case FlexType.int, FlexType.indirectInt:
      let value = signed(try number(path))
      guard value >= 0 else { throw .model(path, "\(value) is negative") }
      return UInt64(value)
    default: throw .model(path, "an integer is needed")
    }
  }

  private func signed(_ value: UInt64) -> Int64 {
    let shift = Int64(64 - 8 * width.bytes)
    return Int64(bitPattern: value << UInt64(shift)) >> shift
  }

  func float(_ path: String) throws(ReductionsError) -> Float {
    switch type {
    case FlexType.float, FlexType.indirectFloat:
      let bits = try number(path)
      switch width {
      case .four: return Float(bitPattern: UInt32(truncatingIfNeeded: bits))
      case .eight: return Float(Double(bitPattern: bits))
      default: throw .model(path, "a number of \(width.bytes) bytes has no point")
      }
    case FlexType.int, FlexType.indirectInt: return Float(signed(try number(path)))
    case FlexType.unsigned, FlexType.indirectUnsigned: return Float(try number(path))
    default: throw .model(path, "a number is needed")
    }
  }

  func bool(_ path: String) throws(ReductionsError) -> Bool {
    guard type == FlexType.bool else { throw .model(path, "true or false is needed") }
    return try number(path) != 0
  }

  func text(_ path: String) throws(ReductionsError) -> String {
    guard type == FlexType.string else { throw .model(path, "a text is needed") }
    let count = try length(path)
    guard let text = String(validating: bytes[place..<place + count], as: UTF8.self) else {
      throw .model(path, "the text is not UTF-8")
    }
    return text
  }

  /// The number of elements of a vector, or of members of a map.
  func count(_ path: String) throws(ReductionsError) -> Int {
    switch type {
    case FlexType.twoInts...FlexType.fourFloats: return Int(type - FlexType.twoInts) / 3 + 2
    case FlexType.map...FlexType.intVector + 3, FlexType.boolVector: return try length(path)
    default: throw .model(path, "a list is needed")
    }
  }

  func element(_ index: Int, _ path: String) throws(ReductionsError) -> FlexNode {
    let count = try count(path)
    guard index < count, place + count * width.bytes <= bytes.count else {
      throw Self.damaged(path)
    }
    let slot = place + index * width.bytes
    let packed: UInt8
    switch type {
    case FlexType.map, FlexType.vector:
      let types = place + count * width.bytes
      guard types + count <= bytes.count else { throw Self.damaged(path) }
      packed = bytes[types + index]
    case FlexType.boolVector: packed = FlexType.bool << 2
    case FlexType.twoInts...FlexType.fourFloats:
      packed = ((type - FlexType.twoInts) % 3 + FlexType.int) << 2
    default: packed = (type - FlexType.intVector + FlexType.int) << 2
    }
    return try FlexNode(bytes, packed, at: slot, width, path)
  }

  func elements(_ path: String) throws(ReductionsError) -> [FlexNode] {
    var elements: [FlexNode] = []
    for index in 0..<(try count(path)) { elements.append(try element(index, path)) }
    return elements
  }

  func member(_ name: String, _ path: String) throws(ReductionsError) -> FlexNode? {
    guard type == FlexType.map else { throw .model(path, "an object is needed") }
    let count = try count(path)
    guard place >= 3 * width.bytes else { throw Self.damaged(path) }
    let slot = place - 3 * width.bytes
    let offset = Self.load(bytes, slot, width)
    guard offset <= UInt64(slot),
      let keyWidth = FlexWidth(bytes: Self.load(bytes, slot + width.bytes, width))
    else { throw Self.damaged(path) }
    let keys = slot - Int(offset)
    guard keys + count * keyWidth.bytes <= bytes.count else { throw Self.damaged(path) }
    // They are ordered by the bytes of their names.
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let slot = keys + middle * keyWidth.bytes
      let offset = Self.load(bytes, slot, keyWidth)
      guard offset <= UInt64(slot) else { throw Self.damaged(path) }
      let order = compare(name, slot - Int(offset))
      if order == 0 { return try element(middle, path) }
      if order < 0 { high = middle } else { low = middle + 1 }
    }
    return nil
  }

  /// Whether a name comes before the key at a place (negative), is it (0), or comes after it.
  private func compare(_ name: String, _ place: Int) -> Int {
    var place = place
    for byte in name.utf8 {
      let other = place < bytes.count ? bytes[place] : 0
      if byte != other { return byte < other ? -1 : 1 }
      place += 1
    }
    return place < bytes.count && bytes[place] != 0 ? -1 : 0
  }

  func value(_ path: String, depth: Int, budget: inout Int) throws(ReductionsError) -> JSONValue {
    guard depth > 0 else { throw .model(path, "it is too deep") }
    budget -= 1
    guard budget > 0 else { throw .model(path, "it has too many parts") }
    switch type {
    case FlexType.null: return .null
    case FlexType.bool: return .bool(try bool(path))
    case FlexType.unsigned, FlexType.indirectUnsigned: return .unsigned(try unsigned(path))
    case FlexType.int, FlexType.indirectInt: return .signed(signed(try number(path)))
    case FlexType.float, FlexType.indirectFloat:
      return .double(
        width == .eight ? Double(bitPattern: try number(path)) : Double(try float(path)))
    case FlexType.string:
      budget -= try length(path)
      guard budget > 0 else { throw .model(path, "it has too many parts") }
      return .string(try text(path))
    case FlexType.map: return try object(path, depth, &budget)
    default:
      var values: [JSONValue] = []
      for index in 0..<(try count(path)) {
        values.append(
          try element(index, path).value("\(path)[\(index)]", depth: depth - 1, budget: &budget))
      }
      return .array(values)
    }
  }

  private func object(
    _ path: String, _ depth: Int, _ budget: inout Int
  ) throws(ReductionsError) -> JSONValue {
    var members: [(String, JSONValue)] = []
    for index in 0..<(try count(path)) {
      let key = try key(index, path)
      budget -= key.utf8.count
      let value = try element(index, path).value(
        "\(path).\(key.prefix(60))", depth: depth - 1, budget: &budget)
      members.append((key, value))
    }
    return .object(members)
  }

  private func key(_ index: Int, _ path: String) throws(ReductionsError) -> String {
    guard place >= 3 * width.bytes else { throw Self.damaged(path) }
    let slot = place - 3 * width.bytes
    let offset = Self.load(bytes, slot, width)
    guard offset <= UInt64(slot),
      let keyWidth = FlexWidth(bytes: Self.load(bytes, slot + width.bytes, width))
    else { throw Self.damaged(path) }
    let keySlot = slot - Int(offset) + index * keyWidth.bytes
    guard keySlot + keyWidth.bytes <= bytes.count else { throw Self.damaged(path) }
    let keyOffset = Self.load(bytes, keySlot, keyWidth)
    guard keyOffset <= UInt64(keySlot) else { throw Self.damaged(path) }
    // No field of a configuration has a longer name.
    let name = bytes[(keySlot - Int(keyOffset))...].prefix(64).prefix { $0 != 0 }
    guard let text = String(validating: name, as: UTF8.self) else {
      throw .model(path, "the name of a field is not UTF-8")
    }
    return text
  }
}
