internal import CapnProto

/// The way to a value: the name of a constant or field, then members and indices.
struct ValuePath {
  private enum Step {
    case member(String)
    case index(Int)
  }

  private let start: (value: DynamicValue, type: SchemaType)
  private let steps: ArraySlice<Step>

  /// Finds where a path such as `Outer.limits.history[4].name` starts.
  init(_ text: String, in file: SchemaFile) throws {
    let all = try Self.steps(text)
    var name = ""
    var owner: StructSchema?
    for (index, step) in all.enumerated() {
      guard case .member(let part) = step else { break }
      let next = name.isEmpty ? part : name + "." + part
      switch file.declaration(next) {
      case .constant(let schema)?:
        start = (try schema.value, schema.type)
        steps = all[(index + 1)...]
        return
      case .some(let declaration):
        if case .structure(let schema) = declaration { owner = schema } else { owner = nil }
        name = next
      case nil:
        guard let field = owner?.field(named: part) else {
          throw StowFailure.failed("\(next) is not defined")
        }
        start = (try field.defaultValue, field.type)
        steps = all[(index + 1)...]
        return
      }
    }
    throw StowFailure.failed("\(text) has no value: it is no constant and no field")
  }

  private static func steps(_ text: String) throws -> [Step] {
    var steps: [Step] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let name = pieces.first, !name.isEmpty else {
        throw StowFailure.failed("'\(text)' is not the name of a value")
      }
      steps.append(.member(String(name)))
      for piece in pieces.dropFirst() {
        guard piece.hasSuffix("]"), let index = Int(piece.dropLast()) else {
          throw StowFailure.failed("'[\(piece)' in '\(text)' is not an index such as [4]")
        }
        steps.append(.index(index))
      }
    }
    return steps
  }

  /// Goes the way to its end.
  func value() throws -> (value: DynamicValue, type: SchemaType) {
    var (value, type) = start
    for step in steps {
      switch (step, value) {
      case (.member(let name), .structure(let reader)):
        let field = try reader.schema.requireField(name)
        (value, type) = (try reader.get(field), field.type)
      case (.index(let index), .list(let list)):
        (value, type) = (try list.get(index), list.elementType)
      case (.member(let name), _): throw StowFailure.failed("there is no .\(name) in \(type)")
      case (.index(let index), _): throw StowFailure.failed("there is no [\(index)] in \(type)")
      }
    }
    return (value, type)
  }
}
