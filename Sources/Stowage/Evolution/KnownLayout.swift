import CapnProto
internal import Synchronization

/// Where in a struct, and in those that it leads to, the fields lie that this program knows.
final class KnownLayout: Sendable {
  /// The bits and the pointers that some fields take.
  struct Room: Sendable {
    private(set) var bits: [UInt64] = []
    private(set) var slots: Set<Int> = []

    mutating func take(_ slot: Int) { slots.insert(slot) }

    mutating func take(bits count: Int, from start: Int) {
      guard count > 0 else { return }
      let word = start / 64
      while bits.count <= word { bits.append(0) }
      // Fields do not reach over the end of a word.
      bits[word] |= (count == 64 ? .max : (1 << UInt64(count)) - 1) << UInt64(start % 64)
    }

    mutating func take(_ other: Room) {
      slots.formUnion(other.slots)
      for (index, word) in other.bits.enumerated() {
        if index == bits.count { bits.append(0) }
        bits[index] |= word
      }
    }

    func word(_ index: Int) -> UInt64 { index < bits.count ? bits[index] : 0 }
  }

  /// Fields that are there together: of a struct, or of a member of a union.
  struct Level: Sendable {
    var room = Room()
    var pointers: [(slot: Int, shape: Shape)] = []
    var unions: [Union] = []
  }

  struct Union: Sendable {
    let offset: Int
    let members: [UInt16: Member]
    /// What the members take in all, but for the tag.
    let room: Room
  }

  struct Member: Sendable {
    let level: Level
    let isGroup: Bool
  }

  /// What a pointer leads to.
  ///
  /// Structs are named by their place among all.
  indirect enum Shape: Sendable {
    /// Nothing that could have grown.
    case blob
    case structure(Int)
    case structs(Int)
    /// Numbers, which a newer schema may have as the first fields of structs.
    case numbers(Level)
    /// Pointers, each to something of a shape; or the first pointers of structs.
    case pointers(Shape)
  }

  /// The struct itself, and then those that it leads to.
  let structs: [Level]

  /// Finds out the layout of a struct.
  init(_ schema: StructSchema) {
    var maker = Maker(schemas: [schema], places: [schema: 0])
    var structs: [Level] = []
    while structs.count < maker.schemas.count {
      structs.append(maker.level(maker.schemas[structs.count]))
    }
    self.structs = structs
  }

  private static let known = Mutex<[ObjectIdentifier: KnownLayout]>([:])

  /// The layout of a generated type.
  static func of<Struct: StructType>(_ type: Struct.Type) throws(CapnProtoError) -> KnownLayout {
    let id = ObjectIdentifier(type)
    if let known = known.withLock({ $0[id] }) { return known }
    let layout = KnownLayout(try SchemaRegistry().load(type))
    known.withLock { $0[id] = layout }
    return layout
  }

  private struct Maker {
    var schemas: [StructSchema]
    var places: [StructSchema: Int]

    mutating func level(_ schema: StructSchema) -> Level {
      var level = Level()
      for field in schema.nonUnionFields { add(field, to: &level) }
      guard schema.discriminantCount > 0 else { return level }
      var members: [UInt16: Member] = [:]
      var room = Room()
      for field in schema.unionFields {
        var member = Level()
        add(field, to: &member)
        room.take(member.all)
        if let tag = field.discriminant {
          members[tag] = Member(level: member, isGroup: field.isGroup)
        }
      }
      level.unions.append(
        Union(offset: schema.discriminantOffset, members: members, room: room))
      return level
    }

    private mutating func add(_ field: FieldSchema, to level: inout Level) {
      if field.isGroup {
        guard case .structure(let schema) = field.type else { return }
        let group = self.level(schema)
        level.room.take(group.room)
        level.pointers += group.pointers
        level.unions += group.unions
      } else if field.type.isPointer {
        level.room.take(field.offset)
        let shape = shape(field.type)
        if case .blob = shape { return }
        level.pointers.append((field.offset, shape))
      } else {
        let size = field.type.bitCount
        level.room.take(bits: size, from: field.offset * size)
      }
    }

    private mutating func shape(_ type: SchemaType) -> Shape {
      switch type {
      case .structure(let schema): return .structure(place(schema))
      case .list(.structure(let schema)): return .structs(place(schema))
      case .list(.anyStruct), .list(.void), .list(.bool): return .blob
      case .list(let element) where element.isPointer: return .pointers(shape(element))
      case .list(let element):
        var level = Level()
        level.room.take(bits: element.bitCount, from: 0)
        return .numbers(level)
      default: return .blob
      }
    }

    private mutating func place(_ schema: StructSchema) -> Int {
      if let known = places[schema] { return known }
      places[schema] = schemas.count
      schemas.append(schema)
      return schemas.count - 1
    }
  }
}

extension KnownLayout.Level {
  /// What its fields take, with those of all members of its unions.
  var all: KnownLayout.Room {
    var room = room
    for union in unions {
      room.take(bits: 16, from: union.offset * 16)
      room.take(union.room)
    }
    return room
  }
}

extension SchemaType {
  /// The size of a number in bits.
  fileprivate var bitCount: Int {
    switch elementSize {
    case .bit: 1
    case .byte: 8
    case .twoBytes: 16
    case .fourBytes: 32
    case .eightBytes: 64
    case .void, .pointer, .composite: 0
    }
  }
}
