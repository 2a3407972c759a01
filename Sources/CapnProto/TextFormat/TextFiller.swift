internal import CapnProtoSyntax

/// Fills structs with what a text says.
struct TextFiller {
  let source: SourceText
  private let codec: TextCodec
  private var depth = 0
  // An enumeration looks a name up one by one.
  var enumerants: [UInt64: [String: UInt16]] = [:]

  init(_ source: SourceText, _ codec: TextCodec) {
    self.source = source
    self.codec = codec
  }

  mutating func fill(
    _ builder: DynamicStruct.Builder, _ range: Range<Int>
  ) throws(CapnProtoError) {
    let expression = try parse(range)
    guard case .tuple(let arguments) = expression.head, expression.suffixes.isEmpty else {
      throw error(.malformed, expression.range, "This is no struct, which stands in parentheses.")
    }
    guard codec.nestingLimit > 0 else { throw tooDeep(expression) }
    try fill(builder, arguments)
  }

  /// The only expression in a range.
  private func parse(_ range: Range<Int>) throws(CapnProtoError) -> Expression {
    let first = FirstFault()
    // The value in the innermost parentheses is one level more.
    var parser = Parser(
      source, range: range, depthLimit: codec.levelLimit + 1, faults: first)
    let result: Result<Expression, Fault>
    do throws(Fault) {
      let expression = try parser.expression()
      if parser.next.kind != .end {
        throw Fault(parser.next.range, "Parse error: expected the end of the text.")
      }
      result = .success(expression)
    } catch {
      result = .failure(error)
    }
    // What is no word ends the words, and the parser cannot know.
    if let fault = first.fault { throw error(.malformed, fault.range, fault.message) }
    switch result {
    case .success(let expression): return expression
    case .failure(let fault): throw error(.malformed, fault.range, fault.message)
    }
  }

  // What recurses is apart from what does not, for the sake of the stack: each level of a text takes
  // what all the temporaries of its functions take.

  mutating func fill(
    _ builder: DynamicStruct.Builder, _ arguments: [Expression.Argument]
  ) throws(CapnProtoError) {
    var assigned = AssignedFields()
    for argument in arguments {
      do throws(CapnProtoError) {
        try set(field(argument, of: builder.schema, &assigned), of: builder, argument.value)
      } catch {
        throw inside(argument, error)
      }
    }
  }

  private func inside(
    _ argument: Expression.Argument, _ error: CapnProtoError
  ) -> CapnProtoError {
    argument.name.map { error.inside(".\($0.text)") } ?? error
  }

  private func field(
    _ argument: Expression.Argument, of schema: StructSchema, _ assigned: inout AssignedFields
  ) throws(CapnProtoError) -> FieldSchema {
    guard let name = argument.name else {
      throw error(.malformed, argument.value.range, "A field needs a name.")
    }
    guard let field = schema.field(named: name.text) else {
      throw error(.unknownField, name.range, "\(schema.name) has no field `\(name.text)`.")
    }
    if let other = assigned.insert(field) {
      throw error(
        .malformed, name.range,
        other == name.text
          ? "The field `\(other)` has a value already."
          : "Only one member of the union can be set, and `\(other)` is already.")
    }
    return field
  }

  private mutating func set(
    _ field: FieldSchema, of builder: DynamicStruct.Builder, _ value: Expression
  ) throws(CapnProtoError) {
    if field.isGroup {
      let arguments = try group(value)
      try fill(builder.initStruct(field), arguments)
    } else if let pointer = try pointer(field, of: builder, value) {
      try set(pointer, value, field.type)
    }
  }

  private func group(_ value: Expression) throws(CapnProtoError) -> [Expression.Argument] {
    guard case .tuple(let arguments) = value.head, value.suffixes.isEmpty else {
      throw error(.typeMismatch, value.range, "This is no group, which stands in parentheses.")
    }
    return arguments
  }

  /// Sets a field that is no pointer, or gives the pointer to set.
  private mutating func pointer(
    _ field: FieldSchema, of builder: DynamicStruct.Builder, _ value: Expression
  ) throws(CapnProtoError) -> PointerBuilder? {
    let type = field.type
    if type.isPointer {
      // Before the tag of its union is set.
      try check(value, type)
      return try builder.pointer(field)
    }
    let scalar = try scalar(value, type)
    try at(value) { () throws(CapnProtoError) in try builder.set(field, scalar) }
    return nil
  }

  mutating func enter(_ value: Expression) throws(CapnProtoError) {
    depth += 1
    guard depth < codec.nestingLimit else { throw tooDeep(value) }
  }

  mutating func leave() { depth -= 1 }

  private func tooDeep(_ value: Expression) -> CapnProtoError {
    error(
      .nestingLimit, value.range,
      "Structs and lists are nested deeper than the \(codec.nestingLimit) levels of `nestingLimit`."
    )
  }
}
