internal import CapnProto
internal import Stowage

/// Compares two structs field by field.
///
/// What is absent equals its default, as nobody who reads them can tell the two apart.
struct StructComparison {
  let differences: DifferenceList
  let progress: (Int) -> Void
  private let structure: (UInt64) -> StructSchema?
  private var open: OpenPointers
  private var plans: [PlanKey: Plan] = [:]
  private static let deepest = 256
  /// Of a list of structs, no more elements are shown that differ.
  private static let shownElements = 5

  private struct PlanKey: Hashable {
    let left: StructSchema
    let right: StructSchema
  }

  private struct Plan {
    var both: [(FieldSchema, FieldSchema)] = []
    var leftOnly: [FieldSchema] = []
    var rightOnly: [FieldSchema] = []
    var isSame = false
    var hasPointers = false
  }

  init(
    _ differences: DifferenceList, progress: @escaping (Int) -> Void,
    structure: @escaping (UInt64) -> StructSchema?
  ) {
    (self.differences, self.progress, self.structure) = (differences, progress, structure)
    open = OpenPointers(structure)
  }

  private mutating func plan(_ left: StructSchema, _ right: StructSchema) -> Plan {
    let key = PlanKey(left: left, right: right)
    if let plan = plans[key] { return plan }
    var plan = Plan()
    for field in left.fields {
      if field.type.isPointer || field.isGroup { plan.hasPointers = true }
      if let other = right.field(named: field.name) {
        plan.both.append((field, other))
      } else {
        plan.leftOnly.append(field)
      }
    }
    plan.rightOnly = right.fields.filter { left.field(named: $0.name) == nil }
    plan.isSame = left.id == right.id && left.layout == right.layout
    plans[key] = plan
    return plan
  }

  mutating func compare(
    _ left: DynamicStruct.Reader, _ right: DynamicStruct.Reader, _ path: String, _ depth: Int = 0
  ) throws {
    guard depth < Self.deepest else {
      throw CapnProtoError(.malformed, "the message is too deep", path: path)
    }
    progress(1)
    let plan = plan(left.schema, right.schema)
    let isSameData = plan.isSame && Self.isSameData(left._raw, right._raw)
    if isSameData && !plan.hasPointers { return }
    if let (one, other) = members(left, right), one != other {
      return differences.add(
        Difference(path: path + " (which)", left: one ?? "none", right: other ?? "none"))
    }
    for (field, other) in plan.both {
      guard left.isActive(field), right.isActive(other) else { continue }
      if isSameData && !field.type.isPointer && !field.isGroup { continue }
      let place = path.isEmpty ? field.name : path + "." + field.name
      do {
        try compare(field, left, other, right, place, depth)
      } catch let error as CapnProtoError {
        throw CapnProtoError(error.code, error.message, path: error.path ?? place)
      }
    }
    for field in plan.leftOnly where try isSet(field, left) {
      differences.add(
        Difference(path: "\(path).\(field.name)", left: "\(field.type)", right: nil))
    }
    for field in plan.rightOnly where try isSet(field, right) {
      differences.add(
        Difference(path: "\(path).\(field.name)", left: nil, right: "\(field.type)"))
    }
  }

  private func members(
    _ left: DynamicStruct.Reader, _ right: DynamicStruct.Reader
  ) -> (String?, String?)? {
    guard left.schema.discriminantCount > 0 || right.schema.discriminantCount > 0 else {
      return nil
    }
    func name(_ reader: DynamicStruct.Reader) -> String? {
      reader.schema.discriminantCount == 0 ? nil : reader.which?.name ?? "\(reader.tag)"
    }
    return (name(left), name(right))
  }

  private func isSet(_ field: FieldSchema, _ reader: DynamicStruct.Reader) throws -> Bool {
    guard reader.isActive(field) else { return false }
    if field.isGroup || field.type.isPointer { return reader.has(field) }
    return ScalarBits.of(try reader.get(field)) != ScalarBits.of(try field.defaultValue)
  }

  private static func isSameData(_ left: StructReader, _ right: StructReader) -> Bool {
    guard left.dataBitCount == right.dataBitCount, left.dataBitCount % 64 == 0 else {
      return false
    }
    for index in 0..<left.dataBitCount / 64
    where left.scalar(at: index) as UInt64 != right.scalar(at: index) as UInt64 {
      return false
    }
    return true
  }

  private mutating func compare(
    _ field: FieldSchema, _ left: DynamicStruct.Reader, _ other: FieldSchema,
    _ right: DynamicStruct.Reader, _ path: String, _ depth: Int
  ) throws {
    if case .anyPointer = field.type {
      return try comparePointers(field, left, other, right, path, depth)
    }
    try compare(left.get(field), right.get(other), path, depth)
  }

  private mutating func comparePointers(
    _ field: FieldSchema, _ left: DynamicStruct.Reader, _ other: FieldSchema,
    _ right: DynamicStruct.Reader, _ path: String, _ depth: Int
  ) throws {
    let one = left._raw.pointer(at: field.offset)
    let two = right._raw.pointer(at: other.offset)
    if let schema = open.schema(of: field, left) {
      return try compare(
        DynamicStruct.Reader(schema: schema, _raw: one.get(AnyStruct.self)),
        DynamicStruct.Reader(schema: schema, _raw: two.get(AnyStruct.self)), path, depth + 1)
    }
    guard try !one.equals(two) else { return }
    differences.add(
      Difference(path: path, left: "a pointer", right: "another", detail: "of an unknown type"))
  }

  mutating func compare(
    _ left: DynamicValue, _ right: DynamicValue, _ path: String, _ depth: Int
  ) throws {
    switch (left, right) {
    case (.structure(let one), .structure(let two)): try compare(one, two, path, depth + 1)
    case (.list(let one), .list(let two)): try compare(one, two, path, depth)
    case (.text(let one), .text(let two)):
      guard one != two else { return }
      differences.add(
        Difference(
          path: path, left: ScalarText.quoted(one.string), right: ScalarText.quoted(two.string)))
    case (.data(let one), .data(let two)):
      guard one != two else { return }
      let first = zip(one, two).enumerated().first { $1.0 != $1.1 }?.offset
      differences.add(
        Difference(
          path: path, left: "\(one.count) bytes", right: "\(two.count) bytes",
          detail: first.map { "the first that differs is [\($0)]" }))
    case (.anyPointer(let one), .anyPointer(let two)):
      guard try !one.equals(two) else { return }
      differences.add(Difference(path: path, left: "a pointer", right: "another"))
    case (.void, .void), (.capability, .capability): break
    default:
      guard ScalarBits.of(left) != ScalarBits.of(right) else { return }
      let (one, two) = ScalarBits.texts(left, right)
      differences.add(Difference(path: path, left: one, right: two))
    }
  }
}

// MARK: Lists

extension StructComparison {
  private mutating func compare(
    _ left: DynamicList.Reader, _ right: DynamicList.Reader, _ path: String, _ depth: Int
  ) throws {
    let common = min(left.count, right.count)
    if left.count != right.count {
      differences.add(
        Difference(
          path: path, left: "\(left.count) elements", right: "\(right.count) elements"))
    }
    guard common > 0, !left.hasEmptyElements || !right.hasEmptyElements else { return }
    if !left.elementType.isPointer, !right.elementType.isPointer {
      return try compareNumbers(left, right, common, path)
    }
    var differing = 0
    for index in 0..<common {
      // Those that are not shown are only counted.
      let own = DifferenceList(limit: differing < Self.shownElements ? .max : 0)
      var inner = StructComparison(own, progress: progress, structure: structure)
      swap(&inner.plans, &plans)
      inner.open = open
      defer { swap(&inner.plans, &plans) }
      try inner.compare(left.get(index), right.get(index), "\(path)[\(index)]", depth + 1)
      guard own.count > 0 else { continue }
      differing += 1
      for difference in own.shown { differences.add(difference) }
    }
    guard differing > Self.shownElements else { return }
    differences.add(
      Difference(
        path: path, left: nil, right: nil,
        detail:
          "\(differing) of \(common) elements differ, of which \(Self.shownElements) are shown"))
  }

  private func compareNumbers(
    _ left: DynamicList.Reader, _ right: DynamicList.Reader, _ count: Int, _ path: String
  ) throws {
    var summary = NumberSummary()
    for index in 0..<count {
      let (one, two) = (try left.get(index), try right.get(index))
      summary.add(one, two, index)
      if index % 4096 == 0 { progress(1) }
    }
    if let difference = summary.difference(count, path) { differences.add(difference) }
  }
}
