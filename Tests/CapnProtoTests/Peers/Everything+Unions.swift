import CapnProto
import Testing

extension Groups: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.text("before", \.hasBefore, { try $0.before }, { try $0.setBefore($1) })
    try fields.group("first", { $0.first }, { $0.first })
    fields.scalar("after", \.after, \.after)
  }
}

extension Groups.First: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.scalar("number", \.number, \.number)
    try fields.text("text", \.hasText, { try $0.text }, { try $0.setText($1) })
    try fields.group("second", { $0.second }, { $0.second })
  }
}

extension Groups.First.Second: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.scalar("flag", \.flag, \.flag)
    fields.scalar("color", \.color, \.color)
    try fields.group("third", { $0.third }, { $0.third })
  }
}

extension Groups.First.Second.Third: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.scalar("small", \.small, \.small)
    try fields.list(
      "list", of: Float.self, \.hasList, { try $0.list }, set: { try $0.setList($1) })
  }
}

extension NamedUnion: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.group("value", { $0.value }, { $0.value })
    try fields.group("other", { $0.other }, { $0.other })
    try fields.text("outside", \.hasOutside, { try $0.outside }, { try $0.setOutside($1) })
  }
}

extension NamedUnion.Value_: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    switch fields.member(\.tag, of: NamedUnion.Value_.Tag.allKnownCases) {
    case .nothing:
      fields.void("nothing") { $0.setNothing() }
    case .bool:
      fields.scalar("bool", \.bool, \.bool)
    case .int8:
      fields.scalar("int8", \.int8, \.int8)
    case .uint64:
      fields.scalar("uint64", \.uint64, \.uint64)
    case .float32:
      fields.scalar("float32", \.float32, \.float32)
    case .color:
      fields.scalar("color", \.color, \.color)
    case .text:
      try fields.text("text", \.hasText, { try $0.text }, { try $0.setText($1) })
    case .data:
      try fields.data("data", \.hasData, { try $0.data }, { try $0.setData($1) })
    case .`struct`:
      try fields.object("struct", \.hasStruct, { try $0.`struct` }, { try $0.initStruct() })
    case .list:
      try fields.list(
        "list", of: UInt16.self, \.hasList, { try $0.list }, set: { try $0.setList($1) })
    case .anyPointer:
      try fields.any(
        "anyPointer", \.hasAnyPointer, { $0.anyPointer }, { try $0.setAnyPointer($1) },
        make: { try $0.anything([.structure, .list]) })
    case .anyStruct:
      try fields.any(
        "anyStruct", \.hasAnyStruct, { try $0.anyStruct }, { try $0.setAnyStruct($1) },
        make: { try $0.anything([.structure]).get(AnyStruct.self) })
    case .anyList:
      try fields.any(
        "anyList", \.hasAnyList, { try $0.anyList }, { try $0.setAnyList($1) },
        make: { try $0.anything([.list]).get(AnyList.self) })
    case .interface:
      // There is no capability to set: the member is chosen, and null.
      try fields.target.setInterface(MessageBuilder().root.asReader)
      try fields.none("interface", \.hasInterface) { try $0.interface }
    case .group:
      try fields.group("group", { $0.group }, { try $0.initGroup() })
    case .unrecognized(let number):
      Issue.record("\(number) is no member of NamedUnion.Value_")
    }
  }
}

extension NamedUnion.Value_.Group: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.scalar("number", \.number, \.number)
    fields.scalar("bit", \.bit, \.bit)
    try fields.text("text", \.hasText, { try $0.text }, { try $0.setText($1) })
    try fields.group("choice", { $0.choice }, { $0.choice })
  }
}

extension NamedUnion.Value_.Group.Choice: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    switch fields.member(\.tag, of: NamedUnion.Value_.Group.Choice.Tag.allKnownCases) {
    case .left:
      fields.void("left") { $0.setLeft() }
    case .right:
      fields.scalar("right", \.right, \.right)
    case .both:
      try fields.group("both", { $0.both }, { $0.initBoth() })
    case .unrecognized(let number):
      Issue.record("\(number) is no member of Choice")
    }
  }
}

extension NamedUnion.Value_.Group.Choice.Both: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.scalar("first", \.first, \.first)
    fields.scalar("second", \.second, \.second)
  }
}

extension NamedUnion.Other: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    switch fields.member(\.tag, of: NamedUnion.Other.Tag.allKnownCases) {
    case .small:
      fields.scalar("small", \.small, \.small)
    case .large:
      fields.scalar("large", \.large, \.large)
    case .unrecognized(let number):
      Issue.record("\(number) is no member of NamedUnion.Other")
    }
  }
}

extension UnnamedUnion: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.scalar("before", \.before, \.before)
    try fields.text("after", \.hasAfter, { try $0.after }, { try $0.setAfter($1) })
    switch fields.member(\.tag, of: UnnamedUnion.Tag.allKnownCases) {
    case .none:
      fields.void("none") { $0.setNone() }
    case .some:
      try fields.text("some", \.hasSome, { try $0.some }, { try $0.setSome($1) })
    case .number:
      fields.scalar("number", \.number, \.number)
    case .many:
      try fields.list(
        "many", of: UnnamedUnion.self, \.hasMany, { try $0.many },
        initialize: { try $0.initMany(count: $1) })
    case .point:
      try fields.group("point", { $0.point }, { try $0.initPoint() })
    case .unrecognized(let number):
      Issue.record("\(number) is no member of UnnamedUnion")
    }
  }
}

extension UnnamedUnion.Point: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    fields.scalar("x", \.x, \.x)
    fields.scalar("y", \.y, \.y)
    try fields.text("label", \.hasLabel, { try $0.label }, { try $0.setLabel($1) })
  }
}

extension ScalarUnion: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    switch fields.member(\.tag, of: ScalarUnion.Tag.allKnownCases) {
    case .circle:
      fields.scalar("circle", \.circle, \.circle)
    case .square:
      fields.scalar("square", \.square, \.square)
    case .empty:
      fields.void("empty") { $0.setEmpty() }
    case .unrecognized(let number):
      Issue.record("\(number) is no member of ScalarUnion")
    }
  }
}
