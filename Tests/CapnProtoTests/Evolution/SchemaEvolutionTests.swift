import CapnProto
import Testing

/// Schemas that grow at random: whether each version reads what each other one wrote, and whether
/// the check of their compatibility says so before.
struct SchemaEvolutionTests {
  private static let seeds = (0..<12).map { UInt64($0) &* 7919 &+ 1 }

  @Test(arguments: seeds) func versionsReadEachOther(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var schema = RandomSchema(using: &random)
    var versions = [(schema: try schema.load(), text: schema.text)]
    var isBroken = false
    for _ in 0..<6 {
      guard let step = RandomSchema.Step.allCases.randomElement(using: &random),
        schema.take(step, using: &random)
      else { continue }
      isBroken = isBroken || !step.isAllowed
      versions.append((try schema.load(), schema.text))
    }
    for old in versions.indices {
      for new in versions.indices where new > old {
        let check = SchemaCompatibility(old: versions[old].schema, new: versions[new].schema)
        let label: Comment = "\(versions[old].text)\n\(versions[new].text)\n\(check)"
        #expect(isBroken || check.newReadingOld.isEmpty, label)
        try expectReading(
          by: versions[new].schema, of: versions[old].schema, check.newReadingOld, label, &random)
        try expectReading(
          by: versions[old].schema, of: versions[new].schema, check.oldReadingNew, label, &random)
      }
    }
  }

  @Test(arguments: RandomSchema.Step.allCases) func eachStepIsToldRight(step: RandomSchema.Step)
    throws
  {
    var taken = 0
    for seed in 0..<40 where taken < 3 {
      var random = SplitMix(state: UInt64(seed))
      var schema = RandomSchema(using: &random)
      let old = try? schema.load()
      guard let old, schema.take(step, using: &random) else { continue }
      taken += 1
      let check = SchemaCompatibility(old: old, new: try schema.load())
      #expect(check.newReadingOld.isEmpty == step.isAllowed, "\(check)\n\(schema.text)")
    }
    #expect(taken > 0)
  }

  /// Writes messages by one schema, and expects to read them by another, field by field, but for
  /// those that the check has named; and to see a difference somewhere where it has named any.
  private func expectReading(
    by reader: StructSchema, of writer: StructSchema, _ problems: [SchemaCompatibility.Problem],
    _ label: Comment, _ random: inout SplitMix
  ) throws {
    let named = Set(problems.map { String($0.path.split(separator: ".").last ?? "") })
    var seesDifference = false
    for index in 0..<6 {
      let builder = MessageBuilder()
      let root = try builder.initRoot(writer)
      try root.fill(index, using: &random)
      let message = try builder.snapshot()
      let meant = try leaves(message.root(writer))
      let seen = try leaves(message.root(reader))
      for (ordinal, field) in seen {
        guard let original = meant[ordinal] else {
          // A member of a union that the writer knows and has not set must not be seen.
          let isKnown = writer.allFields.contains { $0.ordinal == ordinal }
          if isKnown { seesDifference = true }
          #expect(!isKnown || named.contains(field.name), label)
          continue
        }
        if original.value != field.value { seesDifference = true }
        #expect(
          original.value == field.value || named.contains(field.name),
          "\(field.name): \(original.value) reads as \(field.value)\n\(label)")
      }
    }
    if !problems.isEmpty { #expect(seesDifference, label) }
  }

  private struct Leaf {
    var name: String
    var value: String
  }

  /// The values of all fields that are there, by their ordinals.
  private func leaves(_ root: DynamicStruct.Reader) throws -> [Int: Leaf] {
    var result: [Int: Leaf] = [:]
    for field in root.schema.fields where root.isActive(field) {
      if field.isGroup, case .structure(let group) = try root.get(field) {
        try result.merge(leaves(group)) { _, last in last }
      } else if let ordinal = field.ordinal {
        let value = (try? describe(root.get(field))) ?? "refused"
        result[ordinal] = Leaf(name: field.name, value: value)
      }
    }
    return result
  }

  /// A value in words that are the same for the versions of one type.
  private func describe(_ value: DynamicValue) throws -> String {
    switch value {
    case .void: "void"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .float32(let value): "\(value)"
    case .float64(let value): "\(value)"
    case .text(let value): "\"\(value.string)\""
    case .data(let value): "\(Array(value))"
    case .enumeration(let value): "#\(value.rawValue)"
    case .list(let list): try (0..<list.count).map { try describe(list.get($0)) }.description
    // A number that became a struct is its first field; so is a struct that became any pointer.
    case .structure(let value): try describe(value.get(value.schema.fields[0]))
    case .anyPointer(let pointer) where try pointer.kind == .list: "a list"
    case .anyPointer(let pointer):
      "\(pointer.isNull ? 0 : try pointer.get(AnyStruct.self).scalar(at: 0) as Int32)"
    case .capability: "capability"
    }
  }
}

extension StructSchema {
  /// The fields, with those of the groups.
  fileprivate var allFields: [FieldSchema] {
    fields.flatMap { field -> [FieldSchema] in
      guard field.isGroup, case .structure(let group) = field.type else { return [field] }
      return group.allFields
    }
  }
}

extension DynamicStruct.Builder {
  /// Sets every field to bits that are read otherwise by any other type, and a member of the union;
  /// the first message has nothing but its defaults.
  fileprivate func fill(_ index: Int, using random: inout SplitMix) throws {
    guard index > 0 else { return }
    let members = schema.unionFields
    for field in schema.nonUnionFields { try fill(field, using: &random) }
    if !members.isEmpty { try fill(members[index % members.count], using: &random) }
  }

  private func fill(_ field: FieldSchema, using random: inout SplitMix) throws {
    let number = Int64(random.next() % 100) + 1
    switch field.type {
    case .void, .bool: try set(field, field.type == .bool ? .bool(true) : .void)
    case .int8, .int16, .int32, .int64: try set(field, .int(-number))
    case .uint8: try set(field, .uint(256 - UInt64(number)))
    case .uint16: try set(field, .uint(65536 - UInt64(number)))
    case .uint32: try set(field, .uint((1 << 32) - UInt64(number)))
    case .uint64: try set(field, .uint(.max - UInt64(number)))
    case .float32: try set(field, .float32(Float(number) / 4))
    case .float64: try set(field, .float64(Double(number) / 4))
    case .text: try setText(field, "text \(number)")
    case .data: try setData(field, [UInt8(number), 0, 255])
    case .enumeration(let schema):
      try set(field, .enumeration(DynamicEnum(schema: schema, rawValue: UInt16(number % 3))))
    case .structure where field.isGroup:
      guard case .structure(let group) = try get(field) else { return }
      for inner in group.schema.fields { try group.fill(inner, using: &random) }
    case .structure: try initStruct(field).set(["number": .int(number), "text": "leaf"])
    case .list(let element):
      let list = try initList(field, count: 3)
      for index in 0..<3 {
        switch element {
        case .int32: try list.set(index, .int(-number - Int64(index)))
        case .text: try list.setText(index, "\(number) \(index)")
        default:
          let inner = try list.structure(index)
          try inner.set(inner.schema.fields[0], .int(number + Int64(index)))
        }
      }
    case .anyPointer: try pointer(field).initialize(List<Int8>.self, count: 3)
    default: break
    }
  }
}
