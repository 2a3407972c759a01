import CapnProto
import Testing

extension Tree: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.text("name", \.hasName, { try $0.name }, { try $0.setName($1) })
    try fields.list(
      "children", of: Tree.self, \.hasChildren, { try $0.children },
      initialize: { try $0.initChildren(count: $1) })
    try fields.object("next", \.hasNext, { try $0.next }, { try $0.initNext() })
    try fields.object("partner", \.hasPartner, { try $0.partner }, { try $0.initPartner() })
    switch fields.member(\.tag, of: Tree.Tag.allKnownCases) {
    case .leaf:
      fields.scalar("leaf", \.leaf, \.leaf)
    case .branch:
      try fields.group("branch", { $0.branch }, { try $0.initBranch() })
    case .unrecognized(let number):
      Issue.record("\(number) is no member of Tree")
    }
  }
}

extension Tree.Branch: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.object("left", \.hasLeft, { try $0.left }, { try $0.initLeft() })
    try fields.object("right", \.hasRight, { try $0.right }, { try $0.initRight() })
  }
}

extension TreePartner: PeerStruct {
  static func each(_ fields: PeerFields<Self>) throws {
    try fields.object("tree", \.hasTree, { try $0.tree }, { try $0.initTree() })
    fields.scalar("weight", \.weight, \.weight)
  }
}
