/// How much of a shared place of a union one member uses.
struct LocationUse {
  /// The logarithm of the bits in use, nil when none are.
  private var used: Int?
  private var holes = HoleSet()

  init(used: Int? = nil) { self.used = used }

  func smallestHole(_ location: UnionSpace.Location, atLeast size: Int) -> Int? {
    guard let used else { return size <= location.size ? location.size : nil }
    if size >= used { return size < location.size ? size : nil }
    if let hole = holes.smallest(atLeast: size) { return hole }
    return used < location.size ? used : nil
  }

  /// Takes space that `smallestHole` found.
  mutating func allocate(_ location: UnionSpace.Location, _ size: Int) -> Int {
    var result = 0
    if let old = used {
      if size >= old {
        holes.addAtEnd(old, 1, limit: size)
        used = size + 1
        result = 1
      } else if let hole = holes.allocate(size) {
        result = hole
      } else {
        result = 1 << (old - size)
        holes.addAtEnd(size, result + 1, limit: old)
        used = old + 1
      }
    } else {
      used = size
    }
    return (location.offset << (location.size - size)) + result
  }

  mutating func allocateByExpanding(_ union: UnionSpace, _ index: Int, _ size: Int) -> Int? {
    var result = 0
    if let old = used {
      guard expandUse(union, index, to: max(old, size) + 1, newHoles: true) else { return nil }
      guard let hole = holes.allocate(size) else { return nil }
      result = hole
    } else {
      guard union.expand(index, to: size) else { return nil }
      used = size
    }
    let location = union.locations[index]
    return (location.offset << (location.size - size)) + result
  }

  mutating func expand(
    _ union: UnionSpace, _ index: Int, _ size: Int, _ offset: Int, by factor: Int
  ) -> Bool {
    if offset == 0, used == size {
      return expandUse(union, index, to: size + factor, newHoles: false)
    }
    return holes.expand(size, offset, by: factor)
  }

  private mutating func expandUse(
    _ union: UnionSpace, _ index: Int, to size: Int, newHoles: Bool
  ) -> Bool {
    if size > union.locations[index].size, !union.expand(index, to: size) { return false }
    if newHoles, let used { holes.addAtEnd(used, 1, limit: size) }
    used = size
    return true
  }
}
