import CapnProto
import Foundation

extension KnownLayout {
  /// What fields a struct has, by the members of its unions that are set.
  private struct Active {
    var room: Room
    var pointers: [(slot: Int, shape: Shape)]
    var tags: [UnknownStruct.Tag] = []

    init(_ level: Level, _ reader: StructReader) {
      (room, pointers) = (level.room, level.pointers)
      for union in level.unions { add(union, reader) }
    }

    private mutating func add(_ union: Union, _ reader: StructReader) {
      let tag: UInt16 = reader.scalar(at: union.offset)
      tags.append(UnknownStruct.Tag(offset: union.offset, value: tag))
      // What is not known, a member or more fields of one, may lie where other known members do.
      guard let member = union.members[tag] else { return }
      room.take(bits: 16, from: union.offset * 16)
      room.take(member.level.room)
      pointers += member.level.pointers
      for union in member.level.unions { add(union, reader) }
    }
  }

  /// What of a struct is not known, or nil where all is.
  func unknown(
    in reader: StructReader, _ level: Level
  ) throws(CapnProtoError) -> UnknownStruct? {
    let active = Active(level, reader)
    var unknown = UnknownStruct()
    // What is smaller than a word was written as a number, by an older program.
    for index in 0..<reader.dataBitCount / 64 {
      let bits = (reader.scalar(at: index) as UInt64) & ~active.room.word(index)
      if bits != 0 { unknown.words.append(UnknownStruct.Word(index: index, bits: bits)) }
    }
    for slot in 0..<reader.pointerCount where !active.room.slots.contains(slot) {
      guard reader.has(at: slot), let message = try self.message(of: reader.pointer(at: slot))
      else {
        continue
      }
      unknown.pointers.append(UnknownStruct.Pointer(slot: slot, message: message))
    }
    for (slot, shape) in active.pointers where reader.has(at: slot) {
      guard let content = try self.unknown(behind: reader.pointer(at: slot), shape) else {
        continue
      }
      unknown.parts.append(UnknownStruct.Part(slot: slot, content: content))
    }
    if unknown.isEmpty { return nil }
    unknown.tags = active.tags
    return unknown
  }

  private func message(of pointer: PointerReader) throws(CapnProtoError) -> Data? {
    // Capabilities mean nothing in a file.
    guard try pointer.kind != .capability else { return nil }
    let layout = StructLayout(dataWords: 0, pointers: 1)
    let holder = try MessageBuilder().root.initialize(AnyStruct.self, layout: layout)
    try holder.pointer(at: 0).set(pointer)
    return try holder.asReader.canonicalBytes()
  }

  private func unknown(
    behind pointer: PointerReader, _ shape: Shape
  ) throws(CapnProtoError) -> UnknownPart? {
    switch (shape, try pointer.kind) {
    case (.structure(let place), .structure):
      return try unknown(in: pointer.get(AnyStruct.self), structs[place]).map { .structure($0) }
    case (.structs(let place), .list): return try elements(pointer, structs[place])
    case (.numbers(let level), .list):
      guard try pointer.get(AnyList.self).elementSize == .composite else { return nil }
      return try elements(pointer, level)
    case (.pointers(let shape), .list):
      let list = try pointer.get(AnyList.self)
      if list.elementSize == .composite {
        var level = Level()
        level.room.take(0)
        level.pointers = [(0, shape)]
        return try elements(pointer, level)
      }
      guard list.elementSize == .pointer else { return nil }
      return try elements(List<AnyPointer>.Reader(_raw: list), shape)
    default: return nil
    }
  }

  private func elements(
    _ pointer: PointerReader, _ level: Level
  ) throws(CapnProtoError) -> UnknownPart? {
    guard let list = try pointer.get(AnyList.self).as(List<AnyStruct>.self) else { return nil }
    var found: [UnknownPart.Element<UnknownStruct>] = []
    for index in 0..<list.count {
      guard let content = try unknown(in: list[index], level) else { continue }
      found.append(UnknownPart.Element(index: index, content: content))
    }
    return found.isEmpty ? nil : .structs(count: list.count, found)
  }

  private func elements(
    _ list: List<AnyPointer>.Reader, _ shape: Shape
  ) throws(CapnProtoError) -> UnknownPart? {
    if case .blob = shape { return nil }
    var found: [UnknownPart.Element<UnknownPart>] = []
    for index in 0..<list.count {
      guard let content = try unknown(behind: list[index], shape) else { continue }
      found.append(UnknownPart.Element(index: index, content: content))
    }
    return found.isEmpty ? nil : .pointers(count: list.count, found)
  }
}
