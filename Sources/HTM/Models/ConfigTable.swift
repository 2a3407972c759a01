internal import Stowage

/// The parameters of a part of a model, of which each has to be known.
struct ConfigTable {
  let path: String
  private let fields: [String: Value]
  private var rest: Set<String>

  init(_ fields: [String: Value], _ path: String) {
    (self.fields, self.path) = (fields, path)
    rest = Set(fields.keys)
  }

  init(_ value: Value, _ path: String) throws(HTMError) {
    guard case .table(let table) = value else {
      throw .parameter(path, "it is a table of parameters, and not \(value)")
    }
    var fields: [String: Value] = [:]
    for (key, value) in zip(table.keys, table.values) {
      guard case .string(let name) = key else {
        throw .parameter(path, "the names of parameters are text, and not \(key)")
      }
      fields[name] = value
    }
    self.init(fields, path)
  }

  func path(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  /// The value of a parameter, or nil where it is missing or null.
  mutating func value(_ name: String) -> Value? {
    rest.remove(name)
    guard let value = fields[name], value != .null else { return nil }
    return value
  }

  mutating func int(_ name: String) throws(HTMError) -> Int? {
    switch value(name) {
    case nil: nil
    case .int(let number): Int(number)
    case .bool(let flag): flag ? 1 : 0
    case .double(let number)? where Int64(exactly: number) != nil: Int(number)
    case let other?: throw .parameter(path(name), "it is a whole number, and not \(other)")
    }
  }

  mutating func flag(_ name: String) throws(HTMError) -> Bool? {
    guard let value = value(name) else { return nil }
    return try value.flag(path(name))
  }

  mutating func real(_ name: String) throws(HTMError) -> Double? {
    guard let value = value(name) else { return nil }
    return try value.real(path(name))
  }

  mutating func float(_ name: String) throws(HTMError) -> Float? {
    try real(name).map { Float($0) }
  }

  mutating func text(_ name: String) throws(HTMError) -> String? {
    guard let value = value(name) else { return nil }
    return try value.text(path(name))
  }

  mutating func seed(_ name: String) throws(HTMError) -> UInt64? {
    guard let number = try int(name) else { return nil }
    guard number >= 0 else {
      throw .parameter(path(name), "\(number) is negative, and NuPIC would draw another each time")
    }
    return UInt64(number)
  }

  mutating func texts(_ name: String) throws(HTMError) -> [String]? {
    guard let value = value(name) else { return nil }
    guard let list = value.array else {
      throw .parameter(path(name), "it is a list, and not \(value)")
    }
    var texts: [String] = []
    for element in list { texts.append(try element.text(path(name))) }
    return texts
  }

  mutating func ints(_ name: String) throws(HTMError) -> [Int]? {
    guard let value = value(name) else { return nil }
    guard let list = value.array else {
      throw .parameter(path(name), "it is a list, and not \(value)")
    }
    var numbers: [Int] = []
    for element in list { numbers.append(try element.number(path(name))) }
    return numbers
  }

  /// Parameters that are known, and change nothing here.
  mutating func ignore(_ names: String...) {
    for name in names { rest.remove(name) }
  }

  mutating func table(_ name: String) throws(HTMError) -> ConfigTable? {
    guard let value = value(name) else { return nil }
    return try ConfigTable(value, path(name))
  }

  var all: [String: Value] { fields }

  /// Throws where there is a parameter that nothing has asked for.
  func finish(_ known: String = "") throws(HTMError) {
    guard let name = rest.sorted().first else { return }
    throw .parameter(
      path(name), "there is no such parameter" + (known.isEmpty ? "" : "; there are \(known)"))
  }

  /// Gives an error the place of the parameter.
  func placed(_ error: HTMError) -> HTMError {
    HTMError(error.code, path(error.path), error.message)
  }
}
