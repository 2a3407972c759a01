import CapnProto

extension Lists: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.list(
      "voids", of: VoidValue.self, \.hasVoids, { try $0.voids },
      initialize: { try $0.initVoids(count: $1) })
    try fields.list(
      "bools", of: Bool.self, \.hasBools, { try $0.bools }, set: { try $0.setBools($1) })
    try fields.list(
      "int8s", of: Int8.self, \.hasInt8s, { try $0.int8s }, set: { try $0.setInt8s($1) })
    try fields.list(
      "int16s", of: Int16.self, \.hasInt16s, { try $0.int16s }, set: { try $0.setInt16s($1) })
    try fields.list(
      "int32s", of: Int32.self, \.hasInt32s, { try $0.int32s }, set: { try $0.setInt32s($1) })
    try fields.list(
      "int64s", of: Int64.self, \.hasInt64s, { try $0.int64s }, set: { try $0.setInt64s($1) })
    try fields.list(
      "uint8s", of: UInt8.self, \.hasUint8s, { try $0.uint8s }, set: { try $0.setUint8s($1) })
    try fields.list(
      "uint16s", of: UInt16.self, \.hasUint16s, { try $0.uint16s }, set: { try $0.setUint16s($1) })
    try fields.list(
      "uint32s", of: UInt32.self, \.hasUint32s, { try $0.uint32s }, set: { try $0.setUint32s($1) })
    try fields.list(
      "uint64s", of: UInt64.self, \.hasUint64s, { try $0.uint64s }, set: { try $0.setUint64s($1) })
    try fields.list(
      "float32s", of: Float.self, \.hasFloat32s, { try $0.float32s },
      set: { try $0.setFloat32s($1) })
    try fields.list(
      "float64s", of: Double.self, \.hasFloat64s, { try $0.float64s },
      set: { try $0.setFloat64s($1) })
    try fields.list(
      "colors", of: Color.self, \.hasColors, { try $0.colors }, set: { try $0.setColors($1) })
    try fields.list(
      "palettes", of: Palette.self, \.hasPalettes, { try $0.palettes },
      set: { try $0.setPalettes($1) })
    try fields.list(
      "texts", of: Text.self, \.hasTexts, { try $0.texts },
      initialize: { try $0.initTexts(count: $1) })
    try fields.list(
      "datas", of: Bytes.self, \.hasDatas, { try $0.datas },
      initialize: { try $0.initDatas(count: $1) })
    try fields.list(
      "structs", of: Scalars.self, \.hasStructs, { try $0.structs },
      initialize: { try $0.initStructs(count: $1) })
    try fields.list(
      "nested", of: List<Int32>.self, \.hasNested, { try $0.nested },
      initialize: { try $0.initNested(count: $1) })
    try fields.list(
      "deep", of: List<List<Text>>.self, \.hasDeep, { try $0.deep },
      initialize: { try $0.initDeep(count: $1) })
    try fields.list(
      "structLists", of: List<Pointers>.self, \.hasStructLists, { try $0.structLists },
      initialize: { try $0.initStructLists(count: $1) })
    try fields.list(
      "boolLists", of: List<Bool>.self, \.hasBoolLists, { try $0.boolLists },
      initialize: { try $0.initBoolLists(count: $1) })
    try fields.list(
      "colorLists", of: List<Color>.self, \.hasColorLists, { try $0.colorLists },
      initialize: { try $0.initColorLists(count: $1) })
    try fields.list(
      "small", of: Small.self, \.hasSmall, { try $0.small },
      initialize: { try $0.initSmall(count: $1) })
    try fields.none("interfaces", \.hasInterfaces) { try $0.interfaces }
    try fields.none("capabilities", \.hasCapabilities) { try $0.capabilities }
  }
}
