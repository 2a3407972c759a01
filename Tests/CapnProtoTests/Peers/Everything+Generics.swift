import CapnProto
import Testing

extension Generics: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.object("text", \.hasText, { try $0.text }, { try $0.initText() })
    try fields.object("data", \.hasData, { try $0.data }, { try $0.initData() })
    try fields.object("struct", \.hasStruct, { try $0.`struct` }, { try $0.initStruct() })
    try fields.object("list", \.hasList, { try $0.list }, { try $0.initList() })
    try fields.object(
      "structList", \.hasStructList, { try $0.structList }, { try $0.initStructList() })
    try fields.object("nested", \.hasNested, { try $0.nested }, { try $0.initNested() })
    try fields.object("unbound", \.hasUnbound, { try $0.unbound }, { try $0.initUnbound() })
    try fields.object("pair", \.hasPair, { try $0.pair }, { try $0.initPair() })
    try fields.object("triple", \.hasTriple, { try $0.triple }, { try $0.initTriple() })
    try fields.object(
      "unboundTriple", \.hasUnboundTriple, { try $0.unboundTriple }, { try $0.initUnboundTriple() })
    try fields.object("lid", \.hasLid, { try $0.lid }, { try $0.initLid() })
    try fields.object("imported", \.hasImported, { try $0.imported }, { try $0.initImported() })
    try fields.object(
      "importedInner", \.hasImportedInner, { try $0.importedInner }, { try $0.initImportedInner() })
    try fields.list(
      "boxes", of: Box<Text>.self, \.hasBoxes, { try $0.boxes },
      initialize: { try $0.initBoxes(count: $1) })
    try fields.object("interface", \.hasInterface, { try $0.interface }, { try $0.initInterface() })
    fields.scalar("kind", \.kind, \.kind)
    try fields.object("again", \.hasAgain, { try $0.again }, { try $0.initAgain() })
    try fields.object(
      "withDefault", \.hasWithDefault, { try $0.withDefault }, { try $0.initWithDefault() })
  }
}

extension Box: PeerStruct, PeerPointer, PeerElement where T: PeerPointer {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.parameter(
      "item", T.self, \.hasItem, { try $0.item }, { try $0.initItemPointer() })
    try fields.object("next", \.hasNext, { try $0.next }, { try $0.initNext() })
    try fields.object("lid", \.hasLid, { try $0.lid }, { try $0.initLid() })
    let known = T.isPossible ? Tag.allKnownCases : [.empty, .group]
    switch fields.member(\.tag, of: known) {
    case .empty:
      fields.void("empty") { $0.setEmpty() }
    case .full:
      try fields.parameter(
        "full", T.self, \.hasFull, { try $0.full }, { try $0.initFullPointer() })
    case .group:
      try fields.group("group", { $0.group }, { try $0.initGroup() })
    case .unrecognized(let number):
      Issue.record("\(number) is no member of Box")
    }
  }
}

extension Box.Group: PeerStruct, PeerPointer, PeerElement where T: PeerPointer {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.parameter(
      "grouped", T.self, \.hasGrouped, { try $0.grouped }, { try $0.initGroupedPointer() })
  }
}

extension Box.Lid: PeerStruct, PeerPointer, PeerElement where T: PeerPointer {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.parameter(
      "item", T.self, \.hasItem, { try $0.item }, { try $0.initItemPointer() })
    try fields.object("box", \.hasBox, { try $0.box }, { try $0.initBox() })
  }
}

extension Pair: PeerStruct, PeerPointer, PeerElement where First: PeerPointer, Second: PeerPointer {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.parameter(
      "first", First.self, \.hasFirst, { try $0.first }, { try $0.initFirstPointer() })
    try fields.parameter(
      "second", Second.self, \.hasSecond, { try $0.second }, { try $0.initSecondPointer() })
    fields.scalar("kind", \.kind, \.kind)
  }
}

extension Pair.Triple: PeerStruct, PeerPointer, PeerElement
where First: PeerPointer, Second: PeerPointer, Third: PeerPointer {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.object("pair", \.hasPair, { try $0.pair }, { try $0.initPair() })
    try fields.parameter(
      "third", Third.self, \.hasThird, { try $0.third }, { try $0.initThirdPointer() })
    try fields.object("swapped", \.hasSwapped, { try $0.swapped }, { try $0.initSwapped() })
  }
}

extension Pair.Again: PeerStruct, PeerPointer, PeerElement
where First_: PeerPointer, Second: PeerPointer {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.parameter(
      "inner", First_.self, \.hasInner, { try $0.inner }, { try $0.initInnerPointer() })
    try fields.parameter(
      "outer", Second.self, \.hasOuter, { try $0.outer }, { try $0.initOuterPointer() })
  }
}

extension Crate: PeerStruct, PeerPointer, PeerElement where Content: PeerPointer {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.parameter(
      "content", Content.self, \.hasContent, { try $0.content }, { try $0.initContentPointer() })
    try fields.object("label", \.hasLabel, { try $0.label }, { try $0.initLabel() })
  }
}

extension Crate.Label: PeerStruct, PeerPointer, PeerElement where Content: PeerPointer {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.parameter(
      "content", Content.self, \.hasContent, { try $0.content }, { try $0.initContentPointer() })
    try fields.text("text", \.hasText, { try $0.text }, { try $0.setText($1) })
  }
}

extension Shadow: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.object("mine", \.hasMine, { try $0.mine }, { try $0.initMine() })
    try fields.object("theirs", \.hasTheirs, { try $0.theirs }, { try $0.initTheirs() })
    try fields.object("boxed", \.hasBoxed, { try $0.boxed }, { try $0.initBoxed() })
    try fields.object("outerBox", \.hasOuterBox, { try $0.outerBox }, { try $0.initOuterBox() })
  }
}

extension Shadow.Box: PeerStruct, PeerPointer, PeerElement where T: PeerPointer {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.parameter(
      "item", T.self, \.hasItem, { try $0.item }, { try $0.initItemPointer() })
  }
}
