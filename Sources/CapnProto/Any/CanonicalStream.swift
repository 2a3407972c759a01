/// Gives the canonical form of a struct in pieces, so that it is never in memory as a whole.
///
/// Where an object leads to depends on the sizes of those before it, so each level of the message is
/// gone over once for the sizes of what is below it: the reader's limit has to allow for that.
struct CanonicalStream {
  private static let flushWords = 1 << 13

  private var buffer: [UInt64] = []
  private let emit: ([UInt64]) throws -> Void

  init(_ emit: @escaping ([UInt64]) throws -> Void) {
    self.emit = emit
    buffer.reserveCapacity(Self.flushWords * 2)
  }

  mutating func write(root: StructReader) throws {
    let shape = Shape(root)
    try add(Self.pointer(to: shape, after: 0))
    try write(root, shape)
    try flush()
  }

  /// How many words the form takes, that of the root pointer included.
  static func wordCount(root: StructReader) throws -> Int { 1 + (try words(root, Shape(root))) }
}

// MARK: Sizes

extension CanonicalStream {
  /// The sections of a struct without the zeros at their ends.
  private struct Shape {
    var data: Int
    var pointers: Int

    init(data: Int, pointers: Int) { (self.data, self.pointers) = (data, pointers) }

    init(_ reader: StructReader) {
      data = (reader.dataBitCount + 63) / 64
      pointers = reader.pointerCount
      while data > 0, CanonicalStream.word(reader, data - 1) == 0 { data -= 1 }
      while pointers > 0, !reader.has(at: pointers - 1) { pointers -= 1 }
    }

    var words: Int { data + pointers }
  }

  private static func words(_ reader: StructReader, _ shape: Shape) throws -> Int {
    try shape.words + below(reader, shape)
  }

  /// The words of all that the pointers of a struct lead to.
  private static func below(_ reader: StructReader, _ shape: Shape) throws -> Int {
    var total = 0
    for slot in 0..<shape.pointers { total += try words(reader.pointer(at: slot)) }
    return total
  }

  private static func words(_ pointer: PointerReader) throws -> Int {
    guard !pointer.isNull else { return 0 }
    switch try pointer.kind {
    case .null: return 0
    case .structure:
      let reader = try pointer.get(AnyStruct.self)
      return try words(reader, Shape(reader))
    case .list: return try words(pointer.get(AnyList.self))
    case .capability: throw capability
    }
  }

  private static func words(_ list: RawListReader) throws -> Int {
    switch list.elementSize {
    case .composite:
      let shape = elementShape(list)
      var total = 1 + shape.words * list.count
      if shape.pointers > 0 {
        for index in 0..<list.count { total += try below(list.structure(index), shape) }
      }
      return total
    case .pointer:
      var total = list.count
      for index in 0..<list.count { total += try words(list.pointer(index)) }
      return total
    default: return list.bodyWords
    }
  }

  /// What the elements of a list of structs have in common: the most that one of them needs.
  private static func elementShape(_ list: RawListReader) -> Shape {
    var shape = Shape(data: 0, pointers: 0)
    guard list.bodyWords > 1 else { return shape }
    for index in 0..<list.count {
      let own = Shape(list.structure(index))
      shape.data = max(shape.data, own.data)
      shape.pointers = max(shape.pointers, own.pointers)
    }
    return shape
  }

  private static var capability: CapnProtoError {
    CapnProtoError(.unsupported, "a message with capabilities has no canonical form")
  }
}

// MARK: Words

extension CanonicalStream {
  private static func word(_ reader: StructReader, _ index: Int) -> UInt64 {
    let bits = reader.dataBitCount - index * 64
    if bits >= 64 { return reader.scalar(at: index) as UInt64 }
    // A list of small numbers that is read as structs has elements of less than a word.
    switch bits {
    case 32...: return UInt64(reader.scalar(at: index * 2) as UInt32)
    case 16...: return UInt64(reader.scalar(at: index * 4) as UInt16)
    case 8...: return UInt64(reader.scalar(at: index * 8) as UInt8)
    default: return reader.bool(at: index * 64) ? 1 : 0
    }
  }

  /// - Parameter gap: the words between the pointer and the struct.
  private static func pointer(to shape: Shape, after gap: Int) -> UInt64 {
    // What has no size is nowhere, and so has a place of its own.
    let offset = shape.words == 0 ? -1 : gap
    return UInt64(UInt32(truncatingIfNeeded: offset << 2)) | UInt64(shape.data) << 32
      | UInt64(shape.pointers) << 48
  }

  private mutating func add(_ word: UInt64) throws {
    buffer.append(word)
    if buffer.count >= Self.flushWords { try flush() }
  }

  private mutating func flush() throws {
    guard !buffer.isEmpty else { return }
    try emit(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ reader: StructReader, _ shape: Shape) throws {
    try writeBody(reader, shape, from: shape.pointers)
    try writeBelow(reader, shape)
  }

  /// Writes the sections of a struct.
  ///
  /// - Parameter next: how many words behind its first pointer the next free place is.
  /// - Returns: the same after all that its pointers lead to.
  @discardableResult
  private mutating func writeBody(
    _ reader: StructReader, _ shape: Shape, from next: Int
  ) throws -> Int {
    for index in 0..<shape.data { try add(Self.word(reader, index)) }
    var next = next
    for slot in 0..<shape.pointers {
      next = try writePointer(reader.pointer(at: slot), at: slot, next)
    }
    return next
  }

  /// Writes one pointer, whose object comes at the next free place.
  private mutating func writePointer(
    _ pointer: PointerReader, at place: Int, _ next: Int
  ) throws -> Int {
    guard !pointer.isNull else {
      try add(0)
      return next
    }
    let gap = next - place - 1
    switch try pointer.kind {
    case .null: try add(0)
    case .structure:
      let reader = try pointer.get(AnyStruct.self)
      let shape = Shape(reader)
      try add(Self.pointer(to: shape, after: gap))
      return next + (try Self.words(reader, shape))
    case .list:
      let list = try pointer.get(AnyList.self)
      try add(Self.pointer(to: list, after: gap))
      return next + (try Self.words(list))
    case .capability: throw Self.capability
    }
    return next
  }

  private static func pointer(to list: RawListReader, after gap: Int) -> UInt64 {
    let count =
      list.elementSize == .composite ? elementShape(list).words * list.count : list.count
    return UInt64(UInt32(truncatingIfNeeded: gap << 2)) | 1
      | UInt64(list.elementSize.rawValue) << 32 | UInt64(count) << 35
  }

  private mutating func writeBelow(_ reader: StructReader, _ shape: Shape) throws {
    for slot in 0..<shape.pointers { try writeObject(reader.pointer(at: slot)) }
  }

  private mutating func writeObject(_ pointer: PointerReader) throws {
    guard !pointer.isNull else { return }
    switch try pointer.kind {
    case .structure:
      let reader = try pointer.get(AnyStruct.self)
      try write(reader, Shape(reader))
    case .list: try write(pointer.get(AnyList.self))
    case .null, .capability: break
    }
  }

  private mutating func write(_ list: RawListReader) throws {
    switch list.elementSize {
    case .composite:
      let shape = Self.elementShape(list)
      try add(
        UInt64(UInt32(truncatingIfNeeded: list.count << 2)) | UInt64(shape.data) << 32
          | UInt64(shape.pointers) << 48)
      guard shape.words > 0 else { return }
      var next = shape.words * list.count - shape.data
      for index in 0..<list.count {
        // What is free is counted from the first pointer of each element.
        next = try writeBody(list.structure(index), shape, from: next) - shape.words
      }
      guard shape.pointers > 0 else { return }
      for index in 0..<list.count { try writeBelow(list.structure(index), shape) }
    case .pointer:
      var next = list.count
      for index in 0..<list.count {
        next = try writePointer(list.pointer(index), at: index, next)
      }
      for index in 0..<list.count { try writeObject(list.pointer(index)) }
    default:
      for index in 0..<list.bodyWords { try add(list.bodyWord(index)) }
    }
  }
}

extension RawListReader {
  /// The words that the list takes, without what it leads to.
  package var bodyWords: Int {
    let sizes = unsafe parts.sizes
    let words = (sizes.count * sizes.stepBits + 63) / 64
    return elementSize == .composite ? words + 1 : words
  }

  /// A word of a list of numbers, zero behind its end.
  fileprivate func bodyWord(_ index: Int) -> UInt64 {
    let sizes = unsafe parts.sizes
    let bits = sizes.count * sizes.stepBits - index * 64
    guard bits < 64 else {
      defer { withExtendedLifetime(arena) {} }
      return unsafe parts.data.unsafelyUnwrapped.loadUnaligned(
        fromByteOffset: index * 8, as: UInt64.self)
    }
    var word: UInt64 = 0
    defer { withExtendedLifetime(arena) {} }
    for byte in 0..<(bits + 7) / 8 {
      let value = unsafe parts.data.unsafelyUnwrapped.load(
        fromByteOffset: index * 8 + byte, as: UInt8.self)
      word |= UInt64(value) << UInt64(byte * 8)
    }
    return bits % 8 == 0 ? word : word & (1 << UInt64(bits) - 1)
  }
}

extension StructReader {
  /// Gives the words of the canonical form, piece by piece, without ever holding all of them.
  ///
  /// - Parameters:
  ///   - count: is told how many words there will be, before the first of them.
  ///   - words: takes the next of them.
  /// - Throws: `CapnProtoError` when the message is damaged or holds capabilities, and what the
  ///   functions throw.
  package func streamCanonicalWords(
    count: (Int) throws -> Void, words: @escaping ([UInt64]) throws -> Void
  ) throws {
    try count(CanonicalStream.wordCount(root: self))
    var stream = CanonicalStream(words)
    try stream.write(root: self)
  }
}
