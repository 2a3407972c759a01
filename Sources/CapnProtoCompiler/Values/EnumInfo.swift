/// An enumeration, worked out.
final class EnumInfo {
  let enumerants: [Record.Enumerant]
  let annotations: [AnnotationInfo]

  init(enumerants: [Record.Enumerant], annotations: [AnnotationInfo]) {
    self.enumerants = enumerants
    self.annotations = annotations
  }
}
