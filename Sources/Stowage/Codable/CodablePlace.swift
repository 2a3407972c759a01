/// One step of a coding path, kept as it is until somebody asks for the path.
enum CodablePlace {
  case none
  case key(any CodingKey)
  case index(Int)
  case `super`

  var codingKey: (any CodingKey)? {
    switch self {
    case .none: nil
    case .key(let key): key
    case .index(let index): AnyCodingKey(index: index)
    case .super: AnyCodingKey(stringValue: "super", intValue: nil)
    }
  }
}

/// A key for places that no type has a key for.
struct AnyCodingKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String, intValue: Int?) {
    (self.stringValue, self.intValue) = (stringValue, intValue)
  }

  init(index: Int) { self.init(stringValue: "Index \(index)", intValue: index) }
  init(stringValue: String) { self.init(stringValue: stringValue, intValue: nil) }
  init(intValue: Int) { self.init(stringValue: "\(intValue)", intValue: intValue) }
}
