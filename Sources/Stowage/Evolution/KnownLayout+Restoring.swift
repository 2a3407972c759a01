import CapnProto

extension KnownLayout {
  /// Puts what is not known back into what a pointer leads to, as far as that is still there.
  func restore(
    _ unknown: UnknownStruct, at pointer: PointerBuilder, _ level: Level
  ) throws(CapnProtoError) {
    guard try pointer.asReader.kind == .structure else { return }
    try restore(unknown, in: pointer.get(AnyStruct.self, atLeast: unknown.layout), level)
  }

  private func restore(
    _ unknown: UnknownStruct, in builder: StructBuilder, _ level: Level
  ) throws(CapnProtoError) {
    var change = Change(unknown.tags)
    for union in level.unions { change.look(union, builder.asReader) }
    // The group that is set now may have grown into the same room.
    if change.isRisky { return }
    for word in unknown.words {
      let bits = word.bits & ~change.gone.word(word.index)
      let known: UInt64 = builder.scalar(at: word.index)
      builder.setScalar(known | bits, at: word.index)
    }
    for pointer in unknown.pointers where !change.gone.slots.contains(pointer.slot) {
      let message = try Message(flat: pointer.message, options: .trusted)
      try builder.pointer(at: pointer.slot).set(
        message.root.get(AnyStruct.self).pointer(at: 0))
    }
    let pointers = change.pointers + level.pointers
    for part in unknown.parts where !change.gone.slots.contains(part.slot) {
      guard let shape = pointers.first(where: { $0.slot == part.slot })?.shape else { continue }
      try restore(part.content, at: builder.pointer(at: part.slot), shape)
    }
  }

  private func restore(
    _ unknown: UnknownPart, at pointer: PointerBuilder, _ shape: Shape
  ) throws(CapnProtoError) {
    switch (unknown, shape) {
    case (.structure(let content), .structure(let place)):
      try restore(content, at: pointer, structs[place])
    case (.structs(let count, let elements), .structs(let place)):
      try restore(elements, of: count, at: pointer, structs[place])
    case (.structs(let count, let elements), .numbers(let level)):
      try restore(elements, of: count, at: pointer, level)
    case (.structs(let count, let elements), .pointers(let shape)):
      var level = Level()
      level.room.take(0)
      level.pointers = [(0, shape)]
      try restore(elements, of: count, at: pointer, level)
    case (.pointers(let count, let elements), .pointers(let shape)):
      guard try self.count(pointer) == count else { return }
      let list = try pointer.get(List<AnyPointer>.self)
      for element in elements {
        try restore(element.content, at: list[element.index], shape)
      }
    default: break
    }
  }

  private func restore(
    _ elements: [UnknownPart.Element<UnknownStruct>], of count: Int, at pointer: PointerBuilder,
    _ level: Level
  ) throws(CapnProtoError) {
    guard try self.count(pointer) == count else { return }
    var layout = StructLayout(dataWords: 0, pointers: 0)
    for element in elements {
      let room = element.content.layout
      layout.dataWords = max(layout.dataWords, room.dataWords)
      layout.pointers = max(layout.pointers, room.pointers)
    }
    let list = try pointer.get(List<AnyStruct>.self, atLeast: layout)
    for element in elements { try restore(element.content, in: list[element.index], level) }
  }

  private func count(_ pointer: PointerBuilder) throws(CapnProtoError) -> Int? {
    let reader = pointer.asReader
    return try reader.kind == .list ? reader.get(AnyList.self).count : nil
  }

  /// What has become of the unions of a struct since it was loaded.
  private struct Change {
    /// Where the members lie that others have taken the place of.
    var gone = Room()
    /// The pointers of the members that are set.
    var pointers: [(slot: Int, shape: Shape)] = []
    var isRisky = false
    private let tags: [UnknownStruct.Tag]

    init(_ tags: [UnknownStruct.Tag]) { self.tags = tags }

    mutating func look(_ union: Union, _ reader: StructReader) {
      let now: UInt16 = reader.scalar(at: union.offset)
      guard let before = tags.first(where: { $0.offset == union.offset })?.value else { return }
      if let member = union.members[before], before == now {
        pointers += member.level.pointers
        for union in member.level.unions { look(union, reader) }
      } else if union.members[before] != nil || !isUntouched(union, reader) {
        isRisky = isRisky || union.members[now]?.isGroup ?? true
        gone.take(union.room)
        gone.take(bits: 16, from: union.offset * 16)
      }
    }

    /// Whether a union is as it is when a struct is new: what was set was not known, and stays.
    private func isUntouched(_ union: Union, _ reader: StructReader) -> Bool {
      let tag: UInt16 = reader.scalar(at: union.offset)
      return tag == 0 && union.room.slots.allSatisfy { !reader.has(at: $0) }
        && union.room.bits.indices.allSatisfy {
          (reader.scalar(at: $0) as UInt64) & union.room.word($0) == 0
        }
    }
  }
}
