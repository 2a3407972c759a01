/// A use of an annotation.
struct AnnotationModel {
  var id: UInt64
  var value: ValueModel
}

/// The annotations of `swift.capnp`.
enum SwiftAnnotation {
  static let values: UInt64 = 0xc6ad_7da9_31a6_974e
  static let name: UInt64 = 0x9f13_e29e_8939_0959
  static let namespace: UInt64 = 0xaf0a_99ff_d0ea_1b22
  static let access: UInt64 = 0xcdec_142b_1a2b_c041
  static let module: UInt64 = 0xfc8b_95df_ea2d_6c23
}

extension [AnnotationModel] {
  func contains(_ id: UInt64) -> Bool { contains { $0.id == id } }

  /// The text of the annotation `id`, nil when it is absent.
  func text(_ id: UInt64) -> String? {
    for annotation in self where annotation.id == id {
      if case .text(let text) = annotation.value { return text }
    }
    return nil
  }

  /// The number of the annotation `id`'s enumeration value, nil when it is absent.
  func enumeration(_ id: UInt64) -> UInt16? {
    for annotation in self where annotation.id == id {
      if case .enumeration(let value) = annotation.value { return value }
    }
    return nil
  }
}
