/// A value of an enumeration; its number is its place in the list.
struct EnumerantModel {
  var name: String
  var codeOrder: Int
  var documentation: String?
  var annotations: [AnnotationModel]
}

/// What generated code needs of an interface: no methods, only the types that they mention.
struct InterfaceModel {
  var superclasses: [UInt64]

  /// The structs of the methods' parameters and results.
  var methodStructs: [UInt64]
}
