import CapnProto

/// A schema that grows step by step, as text that the schema compilers read.
struct RandomSchema {
  /// What a step does to a schema.
  enum Step: CaseIterable {
    case addField, addMember, rename, moveToGroup, openPointer, makeElementsStructs
    case changeType, changeDefault, swapOrdinals

    /// Whether every version after the step still reads what was written before it.
    var isAllowed: Bool {
      switch self {
      case .changeType, .changeDefault, .swapOrdinals: false
      default: true
      }
    }
  }

  struct Field {
    var name: String
    var ordinal: Int
    var type: String
    var suffix = ""
    var isInGroup = false
    var isMember = false
  }

  private(set) var fields: [Field] = []
  private(set) var history: [Step] = []

  init(using random: inout some RandomNumberGenerator) {
    // A union from the start has its tag where it stays.
    for ordinal in 0..<2 {
      fields.append(Field(name: "m\(ordinal)", ordinal: ordinal, type: "Int32", isMember: true))
    }
    for _ in 0..<4 { add(isMember: false, using: &random) }
  }

  private static let types = [
    "Bool", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64", "Float32",
    "Float64", "Text", "Data", "List(Int32)", "List(Text)", "Color", "Leaf", "List(Leaf)",
  ]

  private mutating func add(isMember: Bool, using random: inout some RandomNumberGenerator) {
    let type = Self.types.randomElement(using: &random) ?? "Bool"
    let ordinal = fields.count
    fields.append(
      Field(name: "f\(ordinal)", ordinal: ordinal, type: type, isMember: isMember))
  }

  /// Takes a step, and says whether there was anything to do it to.
  mutating func take(_ step: Step, using random: inout some RandomNumberGenerator) -> Bool {
    func pick(_ condition: (Field) -> Bool) -> Int? {
      fields.indices.filter { condition(fields[$0]) }.randomElement(using: &random)
    }
    switch step {
    case .addField: add(isMember: false, using: &random)
    case .addMember: add(isMember: true, using: &random)
    case .rename:
      guard let index = pick({ _ in true }) else { return false }
      fields[index].name += "x"
    case .moveToGroup:
      guard let index = pick({ !$0.isInGroup && !$0.isMember }) else { return false }
      fields[index].isInGroup = true
    case .openPointer:
      guard let index = pick({ $0.type == "Leaf" }) else { return false }
      fields[index].type = "AnyPointer"
    case .makeElementsStructs:
      guard let index = pick({ $0.type == "List(Int32)" }) else { return false }
      fields[index].type = "List(Number)"
    case .changeType:
      guard let index = pick({ $0.type == "Int32" || $0.type == "Int64" }) else { return false }
      fields[index].type = fields[index].type == "Int32" ? "UInt32" : "Float64"
      fields[index].suffix = ""
    case .changeDefault:
      guard let index = pick({ $0.type == "Int32" && $0.suffix.isEmpty }) else { return false }
      fields[index].suffix = " = 1234"
    case .swapOrdinals:
      guard let first = pick({ $0.type == "Int8" }), let second = pick({ $0.type == "Text" })
      else { return false }
      let ordinal = fields[first].ordinal
      fields[first].ordinal = fields[second].ordinal
      fields[second].ordinal = ordinal
    }
    history.append(step)
    return true
  }

  /// The schema as text.
  var text: String {
    func lines(_ chosen: [Field]) -> String {
      chosen.map { "  \($0.name) @\($0.ordinal) :\($0.type)\($0.suffix);\n" }.joined()
    }
    let grouped = fields.filter { $0.isInGroup }
    return """
      @0xdfc3d1e6f4a2b107;
      enum Color { red @0; green @1; blue @2; }
      struct Leaf { number @0 :Int32; text @1 :Text; }
      struct Number { value @0 :Int32; more @1 :Text; }
      struct Root {
      \(lines(fields.filter { !$0.isInGroup && !$0.isMember }))
        union {
      \(lines(fields.filter(\.isMember)))  }
      \(grouped.isEmpty ? "" : "  group :group {\n\(lines(grouped))  }\n")}
      """
  }

  /// The schema as it is known while the program runs.
  func load() throws -> StructSchema {
    let registry = SchemaRegistry()
    try registry.load(request: SchemaText.request(text))
    guard case .structure(let schema)? = registry.declaration(named: "Root") else {
      throw CapnProtoError(.malformed, "there is no Root in \(text)")
    }
    return schema
  }
}
