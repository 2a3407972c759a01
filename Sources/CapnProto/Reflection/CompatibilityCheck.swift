/// Looks for the fields that a reader with one schema does not read as a writer with another meant.
///
/// Fields are the same when their ordinals are, wherever groups have put them: names are free.
struct CompatibilityCheck {
  typealias Problem = SchemaCompatibility.Problem

  private struct Pair: Hashable {
    let reader: StructSchema
    let writer: StructSchema
  }

  private var problems: [Problem] = []
  private var seen: Set<Pair> = []
  private var waiting: [(path: String, pair: Pair)] = []

  /// Bindings can make ever new types of a recursive generic one.
  private static let mostPairs = 10_000

  static func problems(reader: StructSchema, writer: StructSchema) -> [Problem] {
    var check = CompatibilityCheck()
    check.compare(reader, writer, reader.name)
    var next = 0
    while next < check.waiting.count {
      let (path, pair) = check.waiting[next]
      check.compareFields(pair, path)
      next += 1
    }
    return check.problems
  }

  private mutating func compare(_ reader: StructSchema, _ writer: StructSchema, _ path: String) {
    let pair = Pair(reader: reader, writer: writer)
    guard seen.count < Self.mostPairs, seen.insert(pair).inserted else { return }
    waiting.append((path, pair))
  }

  private mutating func compareFields(_ pair: Pair, _ path: String) {
    let written = PlacedField.all(of: pair.writer)
    for (ordinal, field) in PlacedField.all(of: pair.reader).sorted(by: { $0.key < $1.key }) {
      guard let source = written[ordinal] else { continue }
      compare(field, source, "\(path).\(field.path)")
    }
  }

  private mutating func compare(_ reader: PlacedField, _ writer: PlacedField, _ path: String) {
    // Of a tag that the writer did not know the reader sees zero.
    let unknown = reader.conditions.filter { !writer.conditions.contains($0) }
    if let other = unknown.first(where: { $0.tag != 0 }) {
      return report(path, "it is member \(other.tag) of a union, and was not when it was written")
    }
    if writer.conditions.contains(where: { !reader.conditions.contains($0) }) {
      return report(
        path, "it is a member of a union in the other version, where another one may be set")
    }
    let (type, source) = (reader.field.type, writer.field.type)
    if let reason = compare(type, source, path) { return report(path, reason) }
    // A field of no size lies nowhere.
    guard type != .void else { return }
    if reader.field.offset != writer.field.offset {
      report(path, "it lies at another place in the struct")
    } else if reader.field.defaultNode != writer.field.defaultNode, !reader.hasSameDefault(writer) {
      report(path, "its default is another one")
    }
  }

  /// Why a value of one type does not read as one of another; nil where it does.
  private mutating func compare(
    _ reader: SchemaType, _ writer: SchemaType, _ path: String
  ) -> String? {
    switch (reader, writer) {
    case (.structure(let reader), .structure(let writer)):
      compare(reader, writer, path)
      return nil
    case (.list(let reader), .list(let writer)):
      return compareElements(reader, writer, path).map { "of its elements: \($0)" }
    case (.enumeration, .enumeration), (.interface, .interface): return nil
    case (.interface, .anyCapability), (.anyCapability, .interface): return nil
    case (.anyPointer, let writer) where writer.isPointer: return nil
    case (.anyStruct, .structure), (.anyList, .list), (.anyList, .text), (.anyList, .data):
      return nil
    default:
      return reader == writer ? nil : "it is read as \(reader), and written as \(writer)"
    }
  }

  /// A list of values reads as one of structs whose first field they are, and the other way round.
  private mutating func compareElements(
    _ reader: SchemaType, _ writer: SchemaType, _ path: String
  ) -> String? {
    switch (reader, writer) {
    case (.structure, .structure): return compare(reader, writer, path)
    case (.structure(let schema), let plain), (let plain, .structure(let schema)):
      guard plain != .bool, plain != .void, let first = PlacedField.all(of: schema)[0],
        first.field.offset == 0, first.conditions.isEmpty, first.field.defaultNode.isZero,
        // The elements are those of a pointer list only where the struct has a pointer first.
        first.field.type.isPointer == plain.isPointer
      else { return "they are read as \(reader), and written as \(writer)" }
      if case .structure = reader { return compare(first.field.type, plain, path) }
      return compare(plain, first.field.type, path)
    default: return compare(reader, writer, path)
    }
  }

  private mutating func report(_ path: String, _ reason: String) {
    problems.append(Problem(path: path, reason: reason))
  }
}

/// A field that is no group, with the tags that have to be set for it to be there.
private struct PlacedField {
  struct Condition: Hashable {
    let offset: Int
    let tag: UInt16
  }

  let field: FieldSchema
  let path: String
  let conditions: [Condition]

  /// The fields of a struct and of the groups in it, by their ordinals.
  static func all(of schema: StructSchema) -> [Int: PlacedField] {
    var result: [Int: PlacedField] = [:]
    collect(schema, "", [], &result)
    return result
  }

  private static func collect(
    _ schema: StructSchema, _ prefix: String, _ outer: [Condition],
    _ result: inout [Int: PlacedField]
  ) {
    for field in schema.fields {
      let tag = field.discriminant.map { Condition(offset: schema.discriminantOffset, tag: $0) }
      let conditions = outer + [tag].compactMap { $0 }
      if field.isGroup, case .structure(let group) = field.type {
        collect(group, prefix + field.name + ".", conditions, &result)
      } else if let ordinal = field.ordinal {
        result[ordinal] = PlacedField(
          field: field, path: prefix + field.name, conditions: conditions)
      }
    }
  }

  /// Whether two defaults that are noted differently are the same: none, and nothing.
  func hasSameDefault(_ other: PlacedField) -> Bool {
    field.defaultNode.isZero && other.field.defaultNode.isZero
  }
}

extension ValueNode {
  fileprivate var isZero: Bool {
    switch self {
    case .void, .null, .bits(0): true
    default: false
    }
  }
}
