internal import CapnProtoSyntax

/// A declaration with a name in a scope.
final class Entity {
  let declaration: Declaration
  let text: SourceText
  let id: UInt64
  let displayName: String
  let prefixLength: Int
  private(set) weak var parent: Entity?
  /// Those that are nodes, in the order of the text.
  var children: [Entity] = []
  /// Other names for something, in the order of the text.
  var aliases: [Entity] = []
  var members: [String: Entity] = [:]
  let isGeneric: Bool

  /// What an alias stands for.
  var meaning: Meaning?
  var structure: StructInfo?
  var constant: ConstantInfo?
  var annotation: AnnotationTypeInfo?
  var enumeration: EnumInfo?
  var isBeingAnalyzed = false
  var isFaulty = false
  /// The places of the generic parameters among themselves.
  lazy var parameterPlaces = Self.places(declaration.genericParameters)
  lazy var brand = BrandScope(inheriting: self)

  init(_ declaration: Declaration, in parent: Entity, id: UInt64) {
    self.declaration = declaration
    self.text = parent.text
    self.id = id
    self.parent = parent
    let isInFile = parent.declaration.kind == .file
    let prefix = parent.displayName + (isInFile ? ":" : ".")
    displayName = prefix + declaration.name.text
    prefixLength = prefix.utf8.count
    isGeneric = parent.isGeneric || !declaration.genericParameters.isEmpty
  }

  init(file declaration: Declaration, _ text: SourceText, id: UInt64) {
    self.declaration = declaration
    self.text = text
    self.id = id
    displayName = text.displayName
    // The tool counts up to the ending of the file's name.
    prefixLength = (Array(displayName.utf8).lastIndex(of: UInt8(ascii: ".")) ?? -1) + 1
    isGeneric = false
  }

  static func places(_ parameters: [Name]) -> [String: Int] {
    Dictionary(
      parameters.enumerated().map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var kind: Declaration.Kind { declaration.kind }
  var name: String { declaration.name.text }
}
