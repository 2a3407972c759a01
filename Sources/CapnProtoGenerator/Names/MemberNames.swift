/// The names of everything that one field becomes.
struct MemberNames: Equatable {
  /// The property of the views and of the value.
  var property: String

  /// The case of the union's enumerations; the property's name where that is possible.
  var unionCase: String

  var has: String
  var set: String
  var initialize: String
  var clear: String
  var disown: String
  var adopt: String

  /// The property that gives the pointer of a field whose type is not known, and its initializer.
  var pointer: String
  var initializePointer: String
}

extension MemberNames {
  /// Names the fields of one struct or group, in the order of their ordinals.
  ///
  /// The fields' own names go first, so that adding `hasName` to a struct that has `name` never
  /// renames the field: it is the derived name that gives way.
  static func assign(
    to fields: [FieldModel], hasUnion: Bool
  ) -> [Int: MemberNames] {
    var properties = NameSet(reserved: hasUnion ? ReservedNames.inUnionView : [])
    var cases = NameSet(reserved: ReservedNames.inEnumeration)
    let ordered = fields.sorted { $0.index < $1.index }
    let named = ordered.map { field in
      let wish = field.annotations.text(SwiftAnnotation.name) ?? field.name
      return (field: field, property: properties.take(wish), unionCase: cases.take(wish))
    }

    var result: [Int: MemberNames] = [:]
    for (field, property, unionCase) in named {
      let wish = field.annotations.text(SwiftAnnotation.name) ?? field.name
      var stem = Identifier.capitalized(wish)
      while !properties.areFree(derived(property, stem)) { stem += "_" }
      for name in derived(property, stem) { _ = properties.take(name) }
      result[field.index] = MemberNames(
        property: property, unionCase: unionCase, has: "has" + stem, set: "set" + stem,
        initialize: "init" + stem, clear: "clear" + stem, disown: "disown" + stem,
        adopt: "adopt" + stem, pointer: property + pointerSuffix(stem),
        initializePointer: "init" + stem + "Pointer")
    }
    return result
  }

  private static func derived(_ property: String, _ stem: String) -> [String] {
    ["has", "set", "init", "clear", "disown", "adopt"].map { $0 + stem }
      + [property + pointerSuffix(stem), "init" + stem + "Pointer"]
  }

  /// `Pointer`, with the underscores that the stem needed.
  private static func pointerSuffix(_ stem: String) -> String {
    "Pointer" + stem.reversed().prefix { $0 == "_" }
  }
}
