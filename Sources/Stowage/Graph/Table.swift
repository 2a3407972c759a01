/// Values by keys of any kind, in the order in which they were put in.
public struct Table: Hashable {
  /// The keys, in order.
  public private(set) var keys: [Value]

  /// The values, in the order of their keys.
  public private(set) var values: [Value]

  /// Where each key is.
  ///
  /// Few keys are found sooner without.
  private var places: [Value: Int] = [:]

  private static let fewKeys = 12

  /// A table without entries.
  public init() { (keys, values) = ([], []) }

  /// Makes a table; of entries with the same key, the last one counts.
  public init(_ entries: some Sequence<(Value, Value)>) {
    self.init()
    for (key, value) in entries { self[key] = value }
  }

  /// Makes a table of keys that are known to differ from each other.
  init(distinct keys: [Value], _ values: [Value]) {
    (self.keys, self.values) = (keys, values)
    if keys.count > Self.fewKeys { findPlaces() }
  }

  /// Makes a table with the keys of another one, for as many values.
  ///
  /// Finding a key takes no preparation then.
  init(like table: Table, _ values: [Value]) {
    (keys, places) = (table.keys, table.places)
    self.values = values
  }

  /// The number of entries.
  public var count: Int { keys.count }

  /// Whether there are no entries.
  public var isEmpty: Bool { keys.isEmpty }

  /// The value of a key.
  ///
  /// A new key goes to the end, and nil takes a key away.
  public subscript(key: Value) -> Value? {
    get { place(of: key).map { values[$0] } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): values[place] = value
      case (let place?, nil):
        keys.remove(at: place)
        values.remove(at: place)
        findPlaces()
      case (nil, let value?):
        keys.append(key)
        values.append(value)
        if places.isEmpty { findPlaces() } else { places[key] = keys.count - 1 }
      case (nil, nil): break
      }
    }
  }

  /// Where the keys are in memory: tables that were made alike have them in one place.
  var keysAddress: UInt {
    unsafe keys.withUnsafeBufferPointer { keys in UInt(bitPattern: keys.baseAddress) }
  }

  /// Whether all keys are strings.
  var isRecord: Bool { keys.allSatisfy { if case .string = $0 { true } else { false } } }

  private func place(of key: Value) -> Int? {
    places.isEmpty ? keys.firstIndex(of: key) : places[key]
  }

  private mutating func findPlaces() {
    places = [:]
    guard keys.count > Self.fewKeys else { return }
    for (index, key) in keys.enumerated() { places[key] = index }
  }

  public static func == (left: Table, right: Table) -> Bool {
    left.keys == right.keys && left.values == right.values
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(keys)
    hasher.combine(values)
  }
}

extension Table: Sequence {
  public func makeIterator() -> Zip2Sequence<[Value], [Value]>.Iterator {
    zip(keys, values).makeIterator()
  }
}

extension Table: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (Value, Value)...) { self.init(elements) }
}
