internal import CapnProto

/// Which lists, texts and data of a file are not there, where others are there and empty.
///
/// In a plain value both are empty, and to NuPIC both are. They are kept apart so that a file is
/// written as it was read; what a state is does not depend on it, so any two are equal.
struct AbsentFields: Codable, Sendable {
  private var paths: Set<String> = []

  init() {}

  /// Notes what is not there in a struct and, if deep, in the structs that its fields lead to.
  init(_ reader: DynamicStruct.Reader, deep: Bool = true) throws(CapnProtoError) {
    try note(reader, "", deep)
  }

  private mutating func note(
    _ reader: DynamicStruct.Reader, _ prefix: String, _ deep: Bool
  ) throws(CapnProtoError) {
    for field in reader.schema.fields where reader.isActive(field) {
      let path = prefix + field.name
      switch field.type {
      case .structure:
        guard deep, reader.has(field), case .structure(let inner) = try reader.get(field) else {
          continue
        }
        try note(inner, path + ".", deep)
      case .list, .text, .data:
        if !reader.has(field) { paths.insert(path) }
      default: break
      }
    }
  }

  /// Makes those fields null that were, and the other empty ones empty.
  func restore(_ builder: DynamicStruct.Builder) throws(CapnProtoError) {
    try restore(builder, "")
  }

  private func restore(
    _ builder: DynamicStruct.Builder, _ prefix: String
  ) throws(CapnProtoError) {
    for field in builder.schema.fields where builder.asReader.isActive(field) {
      let path = prefix + field.name
      let isAbsent = paths.contains(path)
      let isThere = builder.has(field)
      switch field.type {
      case .structure:
        guard isThere, case .structure(let inner) = try builder.get(field) else { continue }
        try restore(inner, path + ".")
      case .list:
        if isAbsent {
          try clear(builder, field)
        } else if !isThere {
          try builder.initList(field, count: 0)
        }
      case .text:
        if isAbsent {
          try clear(builder, field)
        } else if !isThere {
          try builder.setText(field, "")
        }
      case .data:
        if isAbsent {
          try clear(builder, field)
        } else if !isThere {
          try builder.setData(field, [UInt8]())
        }
      default: break
      }
    }
  }

  // What was not there may have been set since.
  private func clear(
    _ builder: DynamicStruct.Builder, _ field: FieldSchema
  ) throws(CapnProtoError) {
    let isEmpty =
      switch try builder.asReader.get(field) {
      case .list(let list): list.count == 0
      case .text(let text): text.isEmpty
      case .data(let data): data.isEmpty
      default: false
      }
    if isEmpty { try builder.clear(field) }
  }
}

extension AbsentFields: Hashable {
  static func == (left: Self, right: Self) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}

// In order, so that equal states are encoded alike.
extension AbsentFields {
  init(from decoder: any Decoder) throws {
    paths = Set(try decoder.singleValueContainer().decode([String].self))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(paths.sorted())
  }
}
