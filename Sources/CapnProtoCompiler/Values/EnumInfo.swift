internal import CapnProtoSyntax

/// An enumeration, worked out.
final class EnumInfo {
  let enumerants: [Record.Enumerant]
  let annotations: [AnnotationInfo]
  let values: [String: UInt16]

  init(enumerants: [Record.Enumerant], annotations: [AnnotationInfo]) {
    self.enumerants = enumerants
    self.annotations = annotations
    values = Dictionary(
      enumerants.map {
        ($0.declaration.name.text, UInt16(truncatingIfNeeded: $0.declaration.number?.value ?? 0))
      }, uniquingKeysWith: { first, _ in first })
  }
}
