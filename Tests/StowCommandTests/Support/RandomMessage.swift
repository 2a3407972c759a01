import CapnProto
import Foundation

/// Messages with something in every kind of field, the same ones for the same seed.
///
/// Pointers of no known type stay null: the readable formats have no words for what they lead to.
struct RandomMessage {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(state: seed) }

  mutating func message(_ schema: StructSchema) throws -> MessageBuilder {
    let builder = MessageBuilder()
    try fill(builder.initRoot(schema), depth: 0)
    return builder
  }

  private mutating func fill(_ builder: DynamicStruct.Builder, depth: Int) throws {
    let fields = builder.schema.fields
    let members = fields.filter { $0.discriminant != nil && Self.hasWords($0.type) }
    var chosen = fields.filter { $0.discriminant == nil }
    if let member = members.randomElement(using: &random) { chosen.append(member) }
    for field in chosen {
      if field.isGroup {
        try fill(builder.initStruct(field), depth: depth)
      } else if field.type.isPointer {
        let isLeftOut = Int.random(in: 0..<(depth + 2), using: &random) > 1
        if isLeftOut { continue }
        switch field.type {
        case .text: try builder.setText(field, text())
        case .data: try builder.setData(field, bytes())
        default: try set(builder.pointer(field), field.type, depth: depth + 1)
        }
      } else {
        try builder.set(field, scalar(field.type))
      }
    }
  }

  /// Whether the readable formats have words for a value of a type.
  private static func hasWords(_ type: SchemaType) -> Bool {
    switch type {
    case .interface, .anyCapability, .anyPointer, .anyStruct, .anyList: false
    case .list(let element): hasWords(element)
    default: true
    }
  }

  private mutating func set(_ pointer: PointerBuilder, _ type: SchemaType, depth: Int) throws {
    switch type {
    case .structure(let schema): try fill(pointer.initStruct(schema), depth: depth)
    case .list(let element): try fill(pointer, element, depth: depth)
    default: break
    }
  }

  private mutating func fill(
    _ pointer: PointerBuilder, _ element: SchemaType, depth: Int
  ) throws {
    guard Self.hasWords(element) else { return }
    let list = try pointer.initList(element, count: Int.random(in: 0...4, using: &random))
    for index in 0..<list.count {
      switch element {
      case .structure: try fill(list.structure(index), depth: depth + 1)
      case .text: try list.setText(index, text())
      case .data: try list.setData(index, bytes())
      case let type where type.isPointer: try set(list.pointer(index), type, depth: depth + 1)
      default: try list.set(index, scalar(element))
      }
    }
  }

  private mutating func scalar(_ type: SchemaType) -> DynamicValue {
    switch type {
    case .void: .void
    case .bool: .bool(Bool.random(using: &random))
    case .int8: .int(Int64(integer(Int8.self)))
    case .int16: .int(Int64(integer(Int16.self)))
    case .int32: .int(Int64(integer(Int32.self)))
    case .int64: .int(integer(Int64.self))
    case .uint8: .uint(UInt64(integer(UInt8.self)))
    case .uint16: .uint(UInt64(integer(UInt16.self)))
    case .uint32: .uint(UInt64(integer(UInt32.self)))
    case .uint64: .uint(integer(UInt64.self))
    case .float32: .float32(Float(Int.random(in: -1000...1000, using: &random)) / 8)
    // Few digits: the tool writes 17 of them in JSON where 16 would do, and stow does not.
    case .float64: .float64(Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 64)
    case .enumeration(let schema):
      .enumeration(
        DynamicEnum(
          schema: schema, rawValue: schema.enumerants.randomElement(using: &random)?.value ?? 0))
    default: .void
    }
  }

  private mutating func integer<T: FixedWidthInteger>(_ type: T.Type) -> T {
    [0, 1, .max, .min, T.random(in: .min ... .max, using: &random)]
      .randomElement(using: &random) ?? 0
  }

  private mutating func text() -> String {
    let words = [
      "", "seven", "a \"quoted\" one", "back\\slash", "line\nbreak", "größer", "(a = 1)",
    ]
    return words.randomElement(using: &random) ?? ""
  }

  private mutating func bytes() -> [UInt8] {
    (0..<Int.random(in: 0...9, using: &random)).map { _ in .random(in: 0...255, using: &random) }
  }
}
