/// A struct of a schema that was made for a Codable type.
struct SchemaStruct: Sendable {
  /// What the struct stands for.
  enum Role: Sendable {
    case record
    /// One of its fields, by its key.
    case choice
    /// Nothing or something.
    case optional
    /// A key with a value.
    case entry
    /// Something that is no struct, as the root of a message.
    case box
  }

  /// A key as it stands in a table.
  enum Key: Sendable, Hashable {
    case name(String)
    case number(Int64, String)

    init(_ name: String, _ number: Int?) {
      self = number.map { .number(Int64($0), name) } ?? .name(name)
    }

    var value: Value {
      switch self {
      case .name(let name): .string(name)
      case .number(let number, _): .int(number)
      }
    }

    var text: String {
      switch self {
      case .name(let name), .number(_, let name): name
      }
    }
  }

  indirect enum FieldType: Sendable, Hashable {
    case scalar(SchemaScalar)
    case list(Place)
    case structure(Int)

    var isPointer: Bool {
      switch self {
      case .scalar(let scalar): scalar.isPointer
      case .list, .structure: true
      }
    }
  }

  /// What stands in a field or in a list.
  struct Place: Sendable, Hashable {
    let type: FieldType
    /// Whether a null pointer stands for nothing.
    let isNullable: Bool
  }

  struct Field: Sendable {
    let key: Key
    let name: String
    let place: Place
    /// In units of its own size, or the number of the pointer.
    var offset = 0
  }

  let name: String
  let id: UInt64
  let role: Role
  private(set) var fields: [Field] = []
  private(set) var dataWords = 0
  private(set) var pointers = 0
  private(set) var discriminantOffset = 0

  init(name: String, id: UInt64, role: Role) {
    (self.name, self.id, self.role) = (name, id, role)
  }

  mutating func add(key: Key, name: String, _ place: Place) {
    fields.append(Field(key: key, name: name, place: place))
  }

  /// Whether the fields are members of a union, which one alone cannot be.
  var isUnion: Bool { (role == .choice || role == .optional) && fields.count > 1 }

  /// Gives each field its place, as the `capnp` tool does for the text.
  mutating func layOut() {
    var space = SchemaSpace()
    if isUnion {
      // The members share their place: there is one number at most, and one pointer.
      discriminantOffset = space.addData(4)
      for index in fields.indices {
        if let size = fields[index].place.type.size { fields[index].offset = space.addData(size) }
      }
      pointers = fields.contains { $0.place.type.isPointer } ? 1 : 0
    } else {
      for index in fields.indices {
        if let size = fields[index].place.type.size {
          fields[index].offset = space.addData(size)
        } else if fields[index].place.type.isPointer {
          fields[index].offset = pointers
          pointers += 1
        }
      }
    }
    dataWords = space.words
  }
}

extension SchemaStruct.FieldType {
  fileprivate var size: Int? {
    if case .scalar(let scalar) = self { scalar.size } else { nil }
  }
}

/// The data section of a struct, filled without gaps.
private struct SchemaSpace {
  private(set) var words = 0
  /// Where the unused part of each size is; zero for none.
  private var holes = [0, 0, 0, 0, 0, 0]

  /// Takes two to the power of `size` bits, and gives the offset in units of that size.
  mutating func addData(_ size: Int) -> Int {
    if let hole = take(size) { return hole }
    let offset = words << (6 - size)
    words += 1
    var next = offset + 1
    for size in size..<6 {
      holes[size] = next
      next = (next + 1) / 2
    }
    return offset
  }

  private mutating func take(_ size: Int) -> Int? {
    guard size < holes.count else { return nil }
    if holes[size] != 0 {
      defer { holes[size] = 0 }
      return holes[size]
    }
    guard let larger = take(size + 1) else { return nil }
    holes[size] = larger * 2 + 1
    return larger * 2
  }
}

extension SchemaStruct.FieldType {
  /// Whether it is one of the blobs: texts and bytes.
  var isText: Bool {
    if case .scalar(let scalar) = self { scalar.isPointer } else { false }
  }
}
