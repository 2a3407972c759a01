/// The space of a whole struct.
final class StructSpace: FieldSpace {
  private(set) var dataWords = 0
  private(set) var pointers = 0
  private var holes = HoleSet()

  func addVoid() {}

  func addData(_ size: Int) -> Int {
    if let hole = holes.allocate(size) { return hole }
    let offset = dataWords << (6 - size)
    dataWords += 1
    holes.addAtEnd(size, offset + 1)
    return offset
  }

  func addPointer() -> Int {
    defer { pointers += 1 }
    return pointers
  }

  func expandData(_ size: Int, _ offset: Int, by factor: Int) -> Bool {
    holes.expand(size, offset, by: factor)
  }
}
