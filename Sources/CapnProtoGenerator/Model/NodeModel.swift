import CapnProto

/// A declaration: a file, struct, group, enumeration, interface, constant or annotation.
struct NodeModel {
  var id: UInt64
  var scopeID: UInt64

  /// The file and the dotted path in it, for messages.
  var displayName: String

  /// The unqualified name; empty for a file.
  var name: String

  var parameters: [String]
  var isGeneric: Bool
  var nested: [UInt64]
  var annotations: [AnnotationModel]
  var documentation: String?
  var kind: Kind

  /// The node as it came, for the copy that generated code carries.
  var reader: Schema.Node.Reader

  enum Kind {
    case file
    case structure(StructModel)
    case enumeration([EnumerantModel])
    case interface(InterfaceModel)
    case constant(TypeModel, ValueModel)
    case annotation(TypeModel)
  }

  var structure: StructModel? {
    if case .structure(let model) = kind { model } else { nil }
  }
}
