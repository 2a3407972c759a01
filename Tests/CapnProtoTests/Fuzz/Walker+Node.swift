import CapnProto

extension Wrapper: Walkable, WalkableElement where Value_: Walkable {
  static func walk(_ holder: Reader, with walker: inout Walker) {
    walker.note(holder.hasValue)
    walker.attempt { Value_.walk(try holder.value, with: &$0) }
  }
}

extension Node: Walkable {
  typealias Step = (Node.Reader, inout Walker) throws -> Void

  private static func scalars(_ node: Reader, _ walker: inout Walker) {
    walker.note(node.bit)
    walker.note(node.tiny)
    walker.note(node.short)
    walker.note(node.plain)
    walker.note(node.long)
    walker.note(node.real.bitPattern)
    walker.note(node.shade.rawValue)
  }

  private static func union(_ node: Reader, _ walker: inout Walker) throws {
    walker.note(node.tag.rawValue)
    switch try node.which {
    case .nothing: break
    case .number(let number): walker.note(number.bitPattern)
    case .words(let words): Text.walk(words, with: &walker)
    case .others(let others): Node.walk(list: others, with: &walker)
    case .pair(let pair):
      walker.note(pair.weight)
      if pair.hasLeft { walker.attempt { Node.walk(try pair.left, with: &$0) } }
      walker.attempt { AnyPointer.walk(pair.right, with: &$0) }
    case .unrecognized(let tag): walker.note(tag)
    }
  }

  private static func inactive(_ node: Reader, _ walker: inout Walker) throws {
    if node.tag != .number { walker.note(node.number.bitPattern) }
    if node.tag != .words { Text.walk(try node.words, with: &walker) }
    if node.tag != .others { Node.walk(list: try node.others, with: &walker) }
    if node.tag != .pair { walker.note(node.pair.hasLeft) }
  }

  private static var steps: [Step] {
    [
      scalars,
      { if $0.hasChild { Node.walk(try $0.child, with: &$1) } },
      { Text.walk(try $0.text, with: &$1) },
      { Bytes.walk(try $0.bytes, with: &$1) },
      { VoidValue.walk(list: try $0.voids, with: &$1) },
      { Bool.walk(list: try $0.bits, with: &$1) },
      { Int8.walk(list: try $0.tinies, with: &$1) },
      { UInt16.walk(list: try $0.shorts, with: &$1) },
      { Int32.walk(list: try $0.plains, with: &$1) },
      { Double.walk(list: try $0.reals, with: &$1) },
      { Shade.walk(list: try $0.shades, with: &$1) },
      { Node.walk(list: try $0.children, with: &$1) },
      { Text.walk(list: try $0.texts, with: &$1) },
      { Bytes.walk(list: try $0.blobs, with: &$1) },
      { List<UInt16>.walk(list: try $0.lists, with: &$1) },
      { AnyPointer.walk($0.any, with: &$1) },
      { if $0.hasBoxed { Wrapper<Node>.walk(try $0.boxed, with: &$1) } },
      union,
      inactive,
    ]
  }

  static func walk(_ node: Reader, with walker: inout Walker) {
    let steps = steps
    for step in walker.isReversed ? steps.reversed() : steps {
      walker.attempt { try step(node, &$0) }
    }
  }
}
