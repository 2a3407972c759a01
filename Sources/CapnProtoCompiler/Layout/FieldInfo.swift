internal import CapnProtoSyntax

/// A field that has its place.
final class FieldInfo {
  let declaration: Declaration
  let codeOrder: Int
  var ordinal: Int?
  var discriminant: Int?
  var offset = 0
  var type = Meaning.builtin(.void)
  var group: StructInfo?
  var scope: Scope
  var annotations: [AnnotationInfo] = []
  var value: CompiledValue?
  var isEvaluating = false
  var isEvaluated = false

  init(_ declaration: Declaration, codeOrder: Int, scope: Scope) {
    self.declaration = declaration
    self.codeOrder = codeOrder
    self.scope = scope
  }

  var name: String { declaration.name.text }
}
