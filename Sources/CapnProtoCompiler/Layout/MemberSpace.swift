/// The space of one member of a union.
final class MemberSpace: FieldSpace {
  let union: UnionSpace
  private var uses: [LocationUse] = []
  private var pointerCount = 0
  private var hasFields = false

  init(_ union: UnionSpace) { self.union = union }

  private func noteField() {
    guard !hasFields else { return }
    hasFields = true
    union.addFirstFieldOfMember()
  }

  func addVoid() {
    noteField()
    // A union around this one counts its members too.
    union.parent.addVoid()
  }

  func addData(_ size: Int) -> Int {
    noteField()
    var best: (size: Int, index: Int)?
    for index in union.locations.indices {
      if uses.count == index { uses.append(LocationUse()) }
      if let hole = uses[index].smallestHole(union.locations[index], atLeast: size),
        hole < best?.size ?? .max
      {
        best = (hole, index)
      }
    }
    if let best { return uses[best.index].allocate(union.locations[best.index], size) }
    for index in union.locations.indices {
      if let offset = uses[index].allocateByExpanding(union, index, size) { return offset }
    }
    uses.append(LocationUse(used: size))
    return union.addLocation(size)
  }

  func addPointer() -> Int {
    noteField()
    defer { pointerCount += 1 }
    return pointerCount < union.pointers.count ? union.pointers[pointerCount] : union.addPointer()
  }

  func expandData(_ size: Int, _ offset: Int, by factor: Int) -> Bool {
    guard size + factor <= 6, offset & ((1 << factor) - 1) == 0 else { return false }
    for index in uses.indices {
      let location = union.locations[index]
      guard location.size >= size, offset >> (location.size - size) == location.offset else {
        continue
      }
      let local = offset - (location.offset << (location.size - size))
      return uses[index].expand(union, index, size, local, by: factor)
    }
    return false
  }
}
