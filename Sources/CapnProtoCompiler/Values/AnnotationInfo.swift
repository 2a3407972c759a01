/// A use of an annotation whose value is known.
struct AnnotationInfo {
  var entity: Entity
  var brand: BrandScope
  var type: Meaning
  var value: CompiledValue
}
