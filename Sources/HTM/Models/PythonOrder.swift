/// Values by keys, in the order in which a dictionary of Python 2 goes through them.
///
/// Of equal counts, NuPIC takes the one that its dictionary has first, and so it writes them. Where
/// several values fall into one bucket, its models give the bucket the likelihood of the last one.
struct PythonOrder<Key: PythonKey, Element: Sendable & Hashable>: Sendable {
  private var slots: [(key: Key, value: Element)?] = Array(repeating: nil, count: 8)
  private(set) var count = 0

  private var mask: Int { slots.count - 1 }

  private func slot(_ key: Key) -> Int {
    let hash = key.pythonHash
    var perturb = UInt(bitPattern: hash)
    var place = UInt(bitPattern: hash)
    while let taken = slots[Int(place & UInt(mask))], taken.key != key {
      place = (place << 2) &+ place &+ perturb &+ 1
      perturb >>= 5
    }
    return Int(place & UInt(mask))
  }

  subscript(_ key: Key) -> Element? { slots[slot(key)]?.value }

  mutating func update(_ key: Key, default value: Element, _ change: (inout Element) -> Void) {
    let place = slot(key)
    if var found = slots[place] {
      change(&found.value)
      slots[place] = found
      return
    }
    var new = value
    change(&new)
    slots[place] = (key, new)
    count += 1
    if count * 3 >= slots.count * 2 { grow() }
  }

  private mutating func grow() {
    let elements = self.elements
    var size = 8
    while size <= count * (count > 50_000 ? 2 : 4) { size *= 2 }
    slots = Array(repeating: nil, count: size)
    for element in elements { slots[slot(element.key)] = element }
  }

  var elements: [(key: Key, value: Element)] { slots.compactMap { $0 } }
}

extension PythonOrder: Hashable {
  static func == (left: Self, right: Self) -> Bool {
    left.elements.elementsEqual(right.elements) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
