/// The places that the members of a union share.
final class UnionSpace {
  struct Location {
    var size: Int
    var offset: Int
  }

  let parent: any FieldSpace
  private(set) var discriminantOffset: Int?
  var locations: [Location] = []
  private(set) var pointers: [Int] = []
  private var memberCount = 0

  init(_ parent: any FieldSpace) { self.parent = parent }

  func expand(_ index: Int, to size: Int) -> Bool {
    let location = locations[index]
    if size <= location.size { return true }
    let factor = size - location.size
    guard parent.expandData(location.size, location.offset, by: factor) else { return false }
    locations[index] = Location(size: size, offset: location.offset >> factor)
    return true
  }

  func addLocation(_ size: Int) -> Int {
    let offset = parent.addData(size)
    locations.append(Location(size: size, offset: offset))
    return offset
  }

  func addPointer() -> Int {
    let pointer = parent.addPointer()
    pointers.append(pointer)
    return pointer
  }

  /// The tag gets its place when the second member does, so that a lone field can become a union
  /// later and stay where it is.
  func addFirstFieldOfMember() {
    memberCount += 1
    if memberCount == 2 { _ = addDiscriminant() }
  }

  func addDiscriminant() -> Bool {
    guard discriminantOffset == nil else { return false }
    discriminantOffset = parent.addData(4)
    return true
  }
}
