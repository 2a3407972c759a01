/// A constant whose value is known.
final class ConstantInfo {
  let type: Meaning
  let value: CompiledValue
  let annotations: [AnnotationInfo]

  init(type: Meaning, value: CompiledValue, annotations: [AnnotationInfo]) {
    self.type = type
    self.value = value
    self.annotations = annotations
  }
}
