import CapnProto

extension Pointers: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.text("text", \.hasText, { try $0.text }, { try $0.setText($1) })
    try fields.data("data", \.hasData, { try $0.data }, { try $0.setData($1) })
    try fields.object("struct", \.hasStruct, { try $0.`struct` }, { try $0.initStruct() })
    try fields.list(
      "list", of: Int32.self, \.hasList, { try $0.list }, set: { try $0.setList($1) })
    try fields.any(
      "anyPointer", \.hasAnyPointer, { $0.anyPointer }, { try $0.setAnyPointer($1) },
      make: { try $0.anything([.structure, .list]) })
    try fields.any(
      "anyStruct", \.hasAnyStruct, { try $0.anyStruct }, { try $0.setAnyStruct($1) },
      make: { try $0.anything([.structure]).get(AnyStruct.self) })
    try fields.any(
      "anyList", \.hasAnyList, { try $0.anyList }, { try $0.setAnyList($1) },
      make: { try $0.anything([.list]).get(AnyList.self) })
    try fields.none("capability", \.hasCapability) { try $0.capability }
    try fields.none("interface", \.hasInterface) { try $0.interface }
    try fields.object(
      "importedStruct", \.hasImportedStruct, { try $0.importedStruct },
      { try $0.initImportedStruct() })
    try fields.object(
      "importedNested", \.hasImportedNested, { try $0.importedNested },
      { try $0.initImportedNested() })
  }
}

extension PointerDefaults: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.text("text", \.hasText, { try $0.text }, { try $0.setText($1) })
    try fields.data("data", \.hasData, { try $0.data }, { try $0.setData($1) })
    try fields.object("struct", \.hasStruct, { try $0.`struct` }, { try $0.initStruct() })
    try fields.object("nested", \.hasNested, { try $0.nested }, { try $0.initNested() })
    try fields.list(
      "voids", of: VoidValue.self, \.hasVoids, { try $0.voids },
      initialize: { try $0.initVoids(count: $1) })
    try fields.list(
      "bools", of: Bool.self, \.hasBools, { try $0.bools }, set: { try $0.setBools($1) })
    try fields.list(
      "int8s", of: Int8.self, \.hasInt8s, { try $0.int8s }, set: { try $0.setInt8s($1) })
    try fields.list(
      "int64s", of: Int64.self, \.hasInt64s, { try $0.int64s }, set: { try $0.setInt64s($1) })
    try fields.list(
      "uint16s", of: UInt16.self, \.hasUint16s, { try $0.uint16s }, set: { try $0.setUint16s($1) })
    try fields.list(
      "float32s", of: Float.self, \.hasFloat32s, { try $0.float32s },
      set: { try $0.setFloat32s($1) })
    try fields.list(
      "float64s", of: Double.self, \.hasFloat64s, { try $0.float64s },
      set: { try $0.setFloat64s($1) })
    try fields.list(
      "texts", of: Text.self, \.hasTexts, { try $0.texts },
      initialize: { try $0.initTexts(count: $1) })
    try fields.list(
      "datas", of: Bytes.self, \.hasDatas, { try $0.datas },
      initialize: { try $0.initDatas(count: $1) })
    try fields.list(
      "colors", of: Color.self, \.hasColors, { try $0.colors }, set: { try $0.setColors($1) })
    try fields.list(
      "structs", of: Scalars.self, \.hasStructs, { try $0.structs },
      initialize: { try $0.initStructs(count: $1) })
    try fields.list(
      "lists", of: List<UInt8>.self, \.hasLists, { try $0.lists },
      initialize: { try $0.initLists(count: $1) })
    try fields.text("emptyText", \.hasEmptyText, { try $0.emptyText }, { try $0.setEmptyText($1) })
    try fields.list(
      "emptyList", of: Int32.self, \.hasEmptyList, { try $0.emptyList },
      set: { try $0.setEmptyList($1) })
  }
}

extension Outer: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.object("inner", \.hasInner, { try $0.inner }, { try $0.initInner() })
    fields.scalar("mood", \.mood, \.mood)
    try fields.object("key", \.hasKey, { try $0.key }, { try $0.initKey() })
    try fields.none("door", \.hasDoor) { try $0.door }
    try fields.text("noted", \.hasNoted, { try $0.noted }, { try $0.setNoted($1) })
  }
}

extension Outer.Inner: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.object("innermost", \.hasInnermost, { try $0.innermost }, { try $0.initInnermost() })
    fields.scalar("kind", \.kind, \.kind)
  }
}

extension Outer.Inner.Innermost: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.scalar("value", \.value, \.value)
    fields.scalar("kind", \.kind, \.kind)
  }
}

extension Outer.Door.Key: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.list(
      "teeth", of: UInt8.self, \.hasTeeth, { try $0.teeth }, set: { try $0.setTeeth($1) })
  }
}
