internal import CapnProto
internal import HTM
internal import Stowage

/// Tells what stands where a schema allows anything, from what stands beside it.
struct OpenPointers {
  /// Finds the schema of a struct by its id.
  let structure: (UInt64) -> StructSchema?
  /// What the region that was come upon last is, where it is one of Python.
  private var region: StructSchema?

  init(_ structure: @escaping (UInt64) -> StructSchema?) { self.structure = structure }

  /// The struct that a field of any type leads to; nil where nobody knows.
  mutating func schema(
    of field: FieldSchema, _ reader: DynamicStruct.Reader
  ) -> StructSchema? {
    guard case .anyPointer = field.type else { return nil }
    switch reader.schema.id {
    case Wire.Object.schema.id:
      // An object of a graph says which struct its state is.
      guard case .uint(let id)? = try? reader.get("schema") else { return nil }
      return structure(id)
    case RegionProto.schema.id:
      guard case .text(let type)? = try? reader.get("nodeType") else { return nil }
      let name = type.string
      guard name.hasPrefix("py.") else { return KnownStructs.named(name)?.schema }
      region = KnownStructs.named(String(name.dropFirst(3)))?.schema
      return try? PyRegionProto.structSchema
    case RegionArchive.schema.id:
      return try? Wire.Graph.structSchema
    case PyRegionProto.schema.id:
      defer { region = nil }
      return region
    default: return nil
    }
  }
}
