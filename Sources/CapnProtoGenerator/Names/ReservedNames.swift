/// The names that generated code declares itself, beside those that come from the schema.
enum ReservedNames {
  /// Types inside a generated struct, and what protocols of the runtime name in it.
  static let inStruct: Set<String> = conformances.union([
    "Builder", "ListBuilder", "ListReader", "Reader", "Tag", "Value", "Which",
  ])

  /// Protocols that generated types conform to: as of Swift 6.3 a type cannot have the name of a
  /// protocol that it, or one inside it, conforms to, module selector or not.
  static let conformances: Set<String> = [
    "Codable", "CountedPointerType", "Decodable", "Encodable", "EnumType", "Equatable", "Hashable",
    "ListElement", "PointerType", "Scalar", "Sendable", "StructBuilderView", "StructReaderView",
    "StructType", "StructValue",
  ]

  /// Static members of a generated struct.
  static let staticInStruct: Set<String> = ["schema"]

  /// Names that a type declared elsewhere cannot be found by inside a generated type.
  static let shadowed: Set<String> = inStruct.union([
    "Bits", "CodingKeys", "Element", "Index", "Iterator", "Struct", "Union",
  ])

  /// Members of every generated enumeration.
  static let inEnumeration: Set<String> = ["allKnownCases", "schema", "unrecognized"]

  /// Properties of the views of a struct with an unnamed union.
  static let inUnionView: Set<String> = ["tag", "which"]
}
