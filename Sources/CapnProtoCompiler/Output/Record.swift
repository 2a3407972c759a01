/// A node that has been worked out.
enum Record {
  struct Enumerant {
    var declaration: Declaration
    var codeOrder: Int
    var annotations: [AnnotationInfo]
  }

  /// The struct of parameters or results, and the bindings for it.
  struct Carrier {
    var id: UInt64
    var brand: BrandScope
  }

  struct Method {
    var declaration: Declaration
    var codeOrder: Int
    var annotations: [AnnotationInfo]
    var parameters: Carrier?
    var results: Carrier?
  }

  case file(Entity, [AnnotationInfo])
  case structure(StructInfo, Entity?, [AnnotationInfo])
  case enumeration(Entity, [AnnotationInfo], [Enumerant])
  case interface(Entity, [AnnotationInfo], [Method], [(Entity, BrandScope)])
  case constant(Entity, [AnnotationInfo], ConstantInfo)
  case annotation(Entity, [AnnotationInfo], Meaning)
}
