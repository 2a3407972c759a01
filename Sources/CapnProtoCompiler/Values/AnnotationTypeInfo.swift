/// The declaration of an annotation, worked out.
final class AnnotationTypeInfo {
  let type: Meaning
  let annotations: [AnnotationInfo]

  init(type: Meaning, annotations: [AnnotationInfo]) {
    self.type = type
    self.annotations = annotations
  }
}
