import CapnProto

extension Scalars: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.void("void") { $0.void }
    fields.scalar("bool", \.bool, \.bool)
    fields.scalar("int8", \.int8, \.int8)
    fields.scalar("int16", \.int16, \.int16)
    fields.scalar("int32", \.int32, \.int32)
    fields.scalar("int64", \.int64, \.int64)
    fields.scalar("uint8", \.uint8, \.uint8)
    fields.scalar("uint16", \.uint16, \.uint16)
    fields.scalar("uint32", \.uint32, \.uint32)
    fields.scalar("uint64", \.uint64, \.uint64)
    fields.scalar("float32", \.float32, \.float32)
    fields.scalar("float64", \.float64, \.float64)
    fields.scalar("color", \.color, \.color)
    fields.scalar("secondBool", \.secondBool, \.secondBool)
    fields.scalar("palette", \.palette, \.palette)
  }
}

extension ScalarDefaults: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.scalar("bool", \.bool, \.bool)
    fields.scalar("int8", \.int8, \.int8)
    fields.scalar("int16", \.int16, \.int16)
    fields.scalar("int32", \.int32, \.int32)
    fields.scalar("int64", \.int64, \.int64)
    fields.scalar("uint8", \.uint8, \.uint8)
    fields.scalar("uint16", \.uint16, \.uint16)
    fields.scalar("uint32", \.uint32, \.uint32)
    fields.scalar("uint64", \.uint64, \.uint64)
    fields.scalar("float32", \.float32, \.float32)
    fields.scalar("float64", \.float64, \.float64)
    fields.scalar("infinity", \.infinity, \.infinity)
    fields.scalar("minusInfinity", \.minusInfinity, \.minusInfinity)
    fields.scalar("notANumber", \.notANumber, \.notANumber)
    fields.scalar("color", \.color, \.color)
    fields.scalar("palette", \.palette, \.palette)
    fields.scalar("largest", \.largest, \.largest)
    fields.scalar("smallest", \.smallest, \.smallest)
  }
}

extension Small: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.scalar("value", \.value, \.value)
  }
}

extension Shadow.Scalars: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.scalar("only", \.only, \.only)
  }
}

extension Measure: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.scalar("amount", \.amount, \.amount)
    try fields.object("unit", \.hasUnit, { try $0.unit }, { try $0.initUnit() })
  }
}

extension Measure.Unit: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.text("symbol", \.hasSymbol, { try $0.symbol }, { try $0.setSymbol($1) })
  }
}
