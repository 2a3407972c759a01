internal import CapnProtoSyntax

/// A declaration as it is written.
final class Declaration {
  enum Kind {
    case file, alias, constant, enumeration, structure, interface, annotation
    case field, union, group, enumerant, method, parameter
  }

  struct Number {
    var value: UInt64
    var range: Range<Int>
  }

  struct AnnotationUse {
    var name: Expression
    /// Nil for an annotation that is used without a value.
    var value: Expression?
    var range: Range<Int>
  }

  enum Parameters {
    case none
    case list([Declaration])
    case type(Expression)
    case stream(Range<Int>)
  }

  let kind: Kind
  /// Empty for an unnamed union.
  var name: Name
  var number: Number?
  var genericParameters: [Name] = []
  var annotations: [AnnotationUse] = []
  var nested: [Declaration] = []
  var comment: String?
  var type: Expression?
  var value: Expression?
  var superclasses: [Expression] = []
  var parameters = Parameters.none
  var results = Parameters.none
  var targets: [Name] = []
  /// Only of a file: what it imports.
  var imports: [Name] = []

  init(_ kind: Kind, _ name: Name) {
    self.kind = kind
    self.name = name
  }

  var isUnnamed: Bool { name.text.isEmpty }
}
