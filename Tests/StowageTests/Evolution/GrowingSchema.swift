import CapnProto
import CapnProtoCompiler

/// A schema that grows in all places that a schema may grow in, at random.
struct GrowingSchema {
  private var scopes = ["Root": "", "group": "", "union": "", "member": "", "Leaf": "", "Word": ""]
  private var next = ["Root": 0, "Leaf": 0, "Word": 0]
  private(set) var isGrown = false

  private static let types = [
    "Bool", "Int8", "UInt16", "Int32", "UInt64", "Float32", "Float64", "Text", "Data",
    "List(UInt16)", "List(Text)", "Leaf", "List(Leaf)", "List(List(Leaf))", "Root", "AnyPointer",
    "List(Bool)", "Void",
  ]

  init(using random: inout SplitMix) {
    add("Int32", to: "union")
    add("Text", to: "union")
    add("Int16", to: "member")
    add("UInt8", to: "Word")
    add("List(Number)", to: "Root")
    add("List(Title)", to: "Root")
    for _ in 0..<12 { grow(using: &random) }
    add("Bool", to: "Leaf")
    add("Bool", to: "group")
  }

  private mutating func add(_ type: String, to scope: String) {
    let owner = next[scope] == nil ? "Root" : scope
    let ordinal = next[owner, default: 0]
    next[owner] = ordinal + 1
    scopes[scope, default: ""] += "f\(ordinal) @\(ordinal) :\(type);\n"
  }

  mutating func grow(using random: inout SplitMix) {
    add(
      Self.types.randomElement(using: &random)!,
      to: scopes.keys.sorted().randomElement(using: &random)!)
  }

  /// Makes structs of what were numbers and texts.
  mutating func makeStructs() { isGrown = true }

  func load() throws -> StructSchema {
    func body(_ scope: String) -> String { scopes[scope, default: ""] }
    let number = isGrown ? "Word" : "UInt8"
    let title = isGrown ? "Title" : "Text"
    let root = body("Root").replacing("Number", with: number).replacing("Title", with: title)
    let text = """
      @0xdfc3d1e6f4a2b109;
      struct Root {
        \(root)
        group :group { \(body("group")) }
        union {
          \(body("union"))
          member :group { \(body("member")) }
        }
      }
      struct Leaf { \(body("Leaf")) }
      struct Word { \(body("Word")) }
      struct Title { text @0 :Text; leaf @1 :Leaf; size @2 :Int32; }
      """
    let registry = SchemaRegistry()
    try registry.parse(text: text)
    guard case .structure(let schema)? = registry.declaration(named: "Root") else {
      throw CapnProtoError(.malformed, "there is no Root in \(text)")
    }
    return schema
  }
}

extension StructSchema {
  /// Something for each field, at random.
  func randomContent(_ depth: Int, using random: inout SplitMix) -> [String: PlainValue] {
    var fields = nonUnionFields
    if let member = unionFields.randomElement(using: &random) { fields.append(member) }
    var content: [String: PlainValue] = [:]
    for field in fields where field.discriminant != nil || random.next() % 5 > 0 {
      content[field.name] = field.type.randomValue(depth, using: &random)
    }
    return content
  }
}

extension SchemaType {
  fileprivate func randomValue(_ depth: Int, using random: inout SplitMix) -> PlainValue {
    let number = random.next()
    switch self {
    case .bool: return .bool(number % 2 == 0)
    case .int8, .int16, .int32, .int64: return .int(Int64(number % 256) - 128)
    case .uint8: return .uint(number % 256)
    case .uint16: return .uint(number % 65536)
    case .uint32, .uint64: return .uint(number % 1 << 32)
    case .float32, .float64: return .float(Double(number % 1000) / 8)
    case .text: return .string("text \(number % 100)")
    case .data: return .bytes([UInt8(number % 256), 0])
    case .list(let element):
      return .list((0..<number % 4).map { _ in element.randomValue(depth, using: &random) })
    case .structure(let schema):
      if schema.isGroup || depth < 2 {
        return .dictionary(
          schema.randomContent(schema.isGroup ? depth : depth + 1, using: &random))
      }
      return .dictionary([:])
    default: return .null
    }
  }
}
