import CapnProto
import Testing

/// Where a schema puts its fields, as lines that can be compared.
struct Layout: Equatable {
  var id: UInt64
  var types: [String: [String]] = [:]

  /// What a table says of a file.
  init(table file: Reference) throws {
    id = try Self.id(file)
    for (name, type) in try file["types"].fields {
      let id = String(try Self.id(type), radix: 16)
      if type.has("enumerants") {
        types[name] = ["enum \(id)"] + (try type["enumerants"].items.map { try $0.string })
        continue
      }
      let size =
        "struct \(id), \(try type["dataWords"].int) words, \(try type["pointers"].int) pointers"
      types[name] = [size] + (try type["fields"].items.map(Self.field).sorted())
    }
  }

  private static func id(_ reference: Reference) throws -> UInt64 {
    try #require(UInt64(try reference["id"].string.dropFirst(2), radix: 16))
  }

  private static func field(_ field: Reference) throws -> String {
    // A generic parameter reads as any pointer where nothing is bound to it.
    let generic = ["Key": "AnyPointer", "Value": "AnyPointer", "Map(Text, RegionProto)": "Map"]
    let type = try field["type"].string
    let place =
      field.has("pointer")
      ? "pointer \(try field["pointer"].int)" : "bits \(try field["bits"].ints)"
    let tag =
      field.has("tag") ? ", tag \(try field["tag"].int) at \(try field["tagBit"].int)" : ""
    return "@\(try field["ordinal"].int) \(try field["name"].string) :"
      + "\(generic[type] ?? type) at \(place)\(tag)"
  }

  /// What a registry says of a file that is loaded in it.
  init(file id: UInt64, in registry: SchemaRegistry) throws {
    self.id = id
    guard case .file(let file)? = registry.declaration(id) else {
      throw LayoutError.missing(id)
    }
    for inner in file.nested { try add(inner, "", registry) }
  }

  private mutating func add(
    _ nested: NestedDeclaration, _ outer: String, _ registry: SchemaRegistry
  ) throws {
    let id = String(nested.id, radix: 16)
    let name = outer + nested.name
    switch registry.declaration(nested.id) {
    case .structure(let schema):
      let size = schema.layout
      types[name] =
        ["struct \(id), \(size.dataWords) words, \(size.pointers) pointers"]
        + Self.fields(schema, "").sorted()
      for inner in schema.nested { try add(inner, name + ".", registry) }
    case .enumeration(let schema): types[name] = ["enum \(id)"] + schema.enumerants.map(\.name)
    default: throw LayoutError.missing(nested.id)
    }
  }

  private static func fields(_ schema: StructSchema, _ prefix: String) -> [String] {
    schema.fields.flatMap { field -> [String] in
      if field.isGroup, case .structure(let group) = field.type {
        return fields(group, "\(prefix)\(field.name).")
      }
      let bits = bits(field.type)
      let place =
        field.type.isPointer
        ? "pointer \(field.offset)"
        : "bits \(bits == 0 ? [0, 0] : [field.offset * bits, (field.offset + 1) * bits])"
      let tag = field.discriminant.map { ", tag \($0) at \(schema.discriminantOffset * 16)" }
      return [
        "@\(field.ordinal ?? -1) \(prefix)\(field.name) :\(field.type) at \(place)\(tag ?? "")"
      ]
    }
  }

  private static func bits(_ type: SchemaType) -> Int {
    switch type.elementSize {
    case .void: 0
    case .bit: 1
    case .byte: 8
    case .twoBytes: 16
    case .fourBytes: 32
    default: 64
    }
  }
}

enum LayoutError: Error {
  case missing(UInt64)
}
