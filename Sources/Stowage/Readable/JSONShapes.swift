/// The lists of keys of the objects in JSON, each once.
struct JSONShapes {
  /// From how many lists on those that are the same are no longer found: their number is bounded by
  /// nothing but the text.
  private static let most = 1 << 16

  private let document: JSONDocument
  /// Where an object with each of the lists stands.
  private let places = SpooledArray<Int>(memoryBytes: 1 << 20)
  /// The list that was found last under each hash, and the one before with the same.
  private var found: [Int: Int] = [:]
  private var previous: [Int: Int] = [:]
  private var last = 0

  init(_ document: JSONDocument) { self.document = document }

  /// How many lists there are.
  var count: Int { places.count }

  /// Where an object with one of the lists stands.
  subscript(shape: Int) -> Int { places[shape] }

  /// The number of the list of keys of the object at a place.
  ///
  /// - Throws: `CapnProtoError` where there is no room for a key.
  mutating func shape(_ place: Int) throws -> UInt32 {
    // Objects of one kind often follow one another.
    if last < places.count, document.haveSameKeys(places[last], place) { return UInt32(last) }
    guard found.count + previous.count < Self.most else { return try add(place) }
    let hash = try document.hashOfKeys(place)
    var candidate = found[hash]
    while let known = candidate {
      if document.haveSameKeys(places[known], place) {
        last = known
        return UInt32(known)
      }
      candidate = previous[known]
    }
    if let other = found[hash] { previous[places.count] = other }
    found[hash] = places.count
    return try add(place)
  }

  private mutating func add(_ place: Int) throws -> UInt32 {
    last = places.count
    try places.append(place)
    return UInt32(last)
  }
}
