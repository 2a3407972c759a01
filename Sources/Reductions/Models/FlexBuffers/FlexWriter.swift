/// Writes a FlexBuffer, as the Rust crate lays it out: models are the same bytes as reductionml's.
struct FlexWriter {
  /// A value that is not in its vector yet.
  private enum Value {
    case null
    case bool(Bool)
    case int(Int64)
    case unsigned(UInt64)
    case float(Double)
    case key(Int)
    /// Something that was written already.
    case written(Int, FlexWidth, UInt8)

    var type: UInt8 {
      switch self {
      case .null: FlexType.null
      case .bool: FlexType.bool
      case .int: FlexType.int
      case .unsigned: FlexType.unsigned
      case .float: FlexType.float
      case .key: FlexType.key
      case .written(_, _, let type): type
      }
    }

    var address: Int? {
      switch self {
      case .key(let address), .written(let address, _, _): address
      default: nil
      }
    }

    /// The width of the number itself, or of what is in what was written.
    var width: FlexWidth {
      switch self {
      case .null, .bool, .key: .one
      case .int(let value): FlexWidth(of: value)
      case .unsigned(let value): FlexWidth(of: value)
      case .float(let value): FlexWidth(of: value)
      case .written(_, let width, _): width
      }
    }

    func packedType(in parent: FlexWidth) -> UInt8 {
      type << 2 | (address == nil ? max(parent, width) : width).rawValue
    }
  }

  private(set) var bytes: [UInt8] = []
  private var values: [Value] = []
  private var keys: [String: Int] = [:]

  mutating func null() { values.append(.null) }
  mutating func bool(_ value: Bool) { values.append(.bool(value)) }
  mutating func int(_ value: Int64) { values.append(.int(value)) }
  mutating func unsigned(_ value: UInt64) { values.append(.unsigned(value)) }
  mutating func float(_ value: Double) { values.append(.float(value)) }

  mutating func string(_ text: String) {
    let width = FlexWidth(of: UInt64(text.utf8.count))
    align(width)
    store(UInt64(text.utf8.count), width)
    values.append(.written(bytes.count, width, FlexType.string))
    bytes += text.utf8
    bytes.append(0)
  }

  mutating func key(_ name: String) {
    if let address = keys[name] { return values.append(.key(address)) }
    keys[name] = bytes.count
    values.append(.key(bytes.count))
    bytes += name.utf8
    bytes.append(0)
  }

  /// Writes what a function adds as a vector.
  mutating func vector(_ body: (inout FlexWriter) -> Void) {
    let start = values.count
    body(&self)
    let vector = store(values[start...], keys: nil)
    values.removeSubrange(start...)
    values.append(vector)
  }

  /// Writes what a function adds, keys and values in turn, as a map.
  mutating func map(_ body: (inout FlexWriter) -> Void) {
    let start = values.count
    body(&self)
    var pairs = stride(from: start, to: values.count, by: 2).map { (values[$0], values[$0 + 1]) }
    pairs.sort { name($0.0).lexicographicallyPrecedes(name($1.0)) }
    let keys = store(pairs.map(\.0)[...], keys: nil)
    let map = store(pairs.map(\.1)[...], keys: keys)
    values.removeSubrange(start...)
    values.append(map)
  }

  /// Ends the buffer with the one value that is left.
  mutating func finish() -> [UInt8] {
    guard let root = values.popLast() else { return [] }
    let width = width(root, 0)
    align(width)
    store(root, width)
    bytes.append(root.packedType(in: width))
    bytes.append(UInt8(width.bytes))
    return bytes
  }

  private func name(_ key: Value) -> ArraySlice<UInt8> {
    bytes[(key.address ?? 0)...].prefix { $0 != 0 }
  }
}

extension FlexWriter {
  /// Writes values as a vector, or as a map with keys that were written before.
  private mutating func store(_ values: ArraySlice<Value>, keys: Value?) -> Value {
    let type = keys == nil ? Self.vectorType(values) : FlexType.map
    let isFixed = (FlexType.twoInts...FlexType.fourFloats).contains(type)
    var width = FlexWidth.one
    if let keys { width = max(width, self.width(keys, 0)) }
    if !isFixed { width = max(width, FlexWidth(of: UInt64(values.count))) }
    let prefix = keys != nil ? 3 : isFixed ? 0 : 1
    for (index, value) in values.enumerated() {
      width = max(width, self.width(value, index + prefix))
    }
    align(width)
    if let keys {
      store(keys, width)
      store(UInt64(keys.width.bytes), width)
    }
    if !isFixed { store(UInt64(values.count), width) }
    let address = bytes.count
    for value in values { store(value, width) }
    if type == FlexType.vector || type == FlexType.map {
      for value in values { bytes.append(value.packedType(in: width)) }
    }
    return .written(address, width, type)
  }

  private static func vectorType(_ values: ArraySlice<Value>) -> UInt8 {
    guard let type = values.first?.type, values.allSatisfy({ $0.type == type }) else {
      return FlexType.vector
    }
    switch type {
    case FlexType.bool: return FlexType.boolVector
    case FlexType.int, FlexType.unsigned, FlexType.float:
      let kind = type - FlexType.int
      return (2...4).contains(values.count)
        ? FlexType.twoInts + UInt8(values.count - 2) * 3 + kind : FlexType.intVector + kind
    case FlexType.key: return FlexType.intVector + 3
    default: return FlexType.vector
    }
  }

  /// The least width that a value has in a vector that begins here.
  ///
  /// The crate takes the width's number plus one for the bytes of a width; offsets that are near
  /// the end of a width's range depend on it.
  private func width(_ value: Value, _ index: Int) -> FlexWidth {
    guard let address = value.address else { return value.width }
    for width in FlexWidth.allCases {
      let size = Int(width.rawValue) + 1
      let padding = (size - bytes.count % size) % size
      let offset = bytes.count + padding + index * size - address
      if FlexWidth(of: UInt64(offset)) == width { return width }
    }
    return .eight
  }

  private mutating func align(_ width: FlexWidth) {
    while bytes.count % width.bytes != 0 { bytes.append(0) }
  }

  private mutating func store(_ value: Value, _ width: FlexWidth) {
    switch value {
    case .null: store(0, width)
    case .bool(let value): store(value ? 1 : 0, width)
    case .int(let value): store(UInt64(bitPattern: value), width)
    case .unsigned(let value): store(value, width)
    case .float(let value):
      store(width == .eight ? value.bitPattern : UInt64(Float(value).bitPattern), width)
    case .key(let address), .written(let address, _, _):
      store(UInt64(bytes.count - address), width)
    }
  }

  private mutating func store(_ value: UInt64, _ width: FlexWidth) {
    for byte in 0..<width.bytes { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
  }
}
