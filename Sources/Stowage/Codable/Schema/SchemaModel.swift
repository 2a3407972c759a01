import Foundation

/// The structs of a schema, each field at its place.
struct SchemaModel: Sendable {
  private(set) var structs: [SchemaStruct] = []
  private(set) var root = 0
  let name: String
  let id: UInt64

  private let records: [CodableRecord]
  private var recordStructs: [Int: Int] = [:]
  private var otherStructs: [OtherKey: Int] = [:]
  private var names: Set<String> = []

  /// Structs that no type of the program has a name for.
  private enum OtherKey: Hashable {
    case optional(CodableShape)
    case entry(CodableShape, CodableShape)
  }

  init(_ shape: CodableShape, _ records: [CodableRecord], name: TypeID) {
    self.records = records
    self.name = name.description
    id = Self.id(name.description)
    let title = SchemaNames.capitalized(name.name)
    if case .record(let record) = shape {
      root = structure(record, named: title)
    } else {
      root = add(title, .box)
      let type = lowered(shape, isElement: false)
      structs[root].add(key: .name("value"), name: "value", type)
    }
    for index in structs.indices { structs[index].layOut() }
  }

  private static func id(_ name: String) -> UInt64 { Checksum.of(Data(name.utf8)) | 1 << 63 }

  private mutating func add(_ name: String, _ role: SchemaStruct.Role) -> Int {
    let name = SchemaNames.unused(name, &names)
    structs.append(SchemaStruct(name: name, id: Self.id(self.name + "/" + name), role: role))
    return structs.count - 1
  }

  private mutating func structure(_ record: Int, named name: String? = nil) -> Int {
    if let known = recordStructs[record] { return known }
    let source = records[record]
    let index = add(name ?? source.name, source.isChoice ? .choice : .record)
    recordStructs[record] = index
    var names: Set<String> = []
    for field in source.fields {
      let name = SchemaNames.unused(SchemaNames.field(field.key), &names)
      let key = SchemaStruct.Key(field.key, field.number)
      // A case that holds nothing needs no struct.
      let isEmpty =
        if source.isChoice, case .record(let inner) = field.shape {
          records[inner].fields.isEmpty
        } else {
          false
        }
      let place =
        isEmpty
        ? SchemaStruct.Place(type: .scalar(.void), isNullable: false)
        : lowered(field.shape, isElement: false)
      structs[index].add(key: key, name: name, place)
    }
    return index
  }

  /// How a shape stands in a field, or in a list.
  private mutating func lowered(
    _ shape: CodableShape, isElement: Bool
  ) -> SchemaStruct.Place {
    switch shape {
    case .unknown: return SchemaStruct.Place(type: .scalar(.any), isNullable: false)
    case .scalar(let scalar): return SchemaStruct.Place(type: .scalar(scalar), isNullable: false)
    case .list(let element):
      let place = lowered(element, isElement: true)
      return SchemaStruct.Place(type: .list(place), isNullable: false)
    case .map(let key, let value):
      return SchemaStruct.Place(
        type: .list(
          SchemaStruct.Place(type: .structure(entry(key, value)), isNullable: false)),
        isNullable: false)
    case .record(let record):
      return SchemaStruct.Place(type: .structure(structure(record)), isNullable: false)
    case .optional(let inner):
      let place = lowered(inner, isElement: isElement)
      // A null pointer says that there is nothing. In a list, structs have none, and JSON and text
      // have nothing for those of others.
      if !place.isNullable, !isElement, place.type.isPointer {
        return SchemaStruct.Place(type: place.type, isNullable: true)
      }
      return SchemaStruct.Place(type: .structure(optional(inner)), isNullable: false)
    }
  }

  private mutating func optional(_ shape: CodableShape) -> Int {
    if let known = otherStructs[.optional(shape)] { return known }
    let index = add("Optional" + label(shape), .optional)
    otherStructs[.optional(shape)] = index
    let type = lowered(shape, isElement: false)
    structs[index].add(
      key: .name("none"), name: "none",
      SchemaStruct.Place(type: .scalar(.void), isNullable: false))
    structs[index].add(key: .name("some"), name: "some", type)
    return index
  }

  private mutating func entry(_ key: CodableShape, _ value: CodableShape) -> Int {
    if let known = otherStructs[.entry(key, value)] { return known }
    let index = add(label(key) + "To" + label(value), .entry)
    otherStructs[.entry(key, value)] = index
    let (keyType, valueType) = (lowered(key, isElement: false), lowered(value, isElement: false))
    structs[index].add(key: .name("key"), name: "key", keyType)
    structs[index].add(key: .name("value"), name: "value", valueType)
    return index
  }

  private func label(_ shape: CodableShape) -> String {
    switch shape {
    case .unknown: "Any"
    case .scalar(let scalar): SchemaNames.capitalized(scalar.rawValue)
    case .optional(let inner): "Optional" + label(inner)
    case .list(let element): label(element) + "List"
    case .map(let key, let value): label(key) + "To" + label(value) + "Map"
    case .record(let record): records[record].name
    }
  }
}
