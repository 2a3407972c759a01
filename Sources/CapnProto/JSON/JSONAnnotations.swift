/// The annotations of `json.capnp`, by their ids.
enum JSONAnnotations {
  private static let name: UInt64 = 0xfa5b_1fd6_1c2e_7c3d
  private static let flatten: UInt64 = 0x82d3_e852_af03_36bf
  private static let discriminator: UInt64 = 0xcfa7_94e8_d19a_0162
  private static let base64: UInt64 = 0xd7d8_7945_0a25_3e4b
  private static let hex: UInt64 = 0xf061_e22f_0ae5_c7b5

  struct Discriminator {
    /// The key that tells which member is set.
    let name: [UInt8]?
    /// The key of the value, instead of the name of the member.
    let valueName: [UInt8]?
  }

  /// Another name for a field or an enumerant.
  static func name(_ annotations: [SchemaAnnotation]) throws(CapnProtoError) -> [UInt8]? {
    guard let annotation = annotations.first(name) else { return nil }
    return Array(try annotation.value.text.utf8)
  }

  /// What is put before the keys of a field that is flattened; nil for one that is not.
  static func prefix(_ annotations: [SchemaAnnotation]) throws(CapnProtoError) -> [UInt8]? {
    guard let annotation = annotations.first(flatten) else { return nil }
    return try text(0, annotation) ?? []
  }

  static func discriminator(
    _ annotations: [SchemaAnnotation]
  ) throws(CapnProtoError) -> Discriminator? {
    guard let annotation = annotations.first(discriminator) else { return nil }
    return Discriminator(name: try text(0, annotation), valueName: try text(1, annotation))
  }

  static func encoding(_ annotations: [SchemaAnnotation]) -> JSONCodec.DataEncoding? {
    if annotations.first(base64) != nil { return .base64 }
    return annotations.first(hex) == nil ? nil : .hex
  }

  /// A text of the struct that is the value of an annotation; nil where it is null.
  private static func text(
    _ slot: Int, _ annotation: SchemaAnnotation
  ) throws(CapnProtoError) -> [UInt8]? {
    let options = try annotation.value.struct.structure(default: nil)
    guard options.has(at: slot) else { return nil }
    return Array(try options.pointer(at: slot).get(Text.self).utf8)
  }

  static func clash(_ name: [UInt8], _ type: String) -> CapnProtoError {
    CapnProtoError(
      .unsupported,
      "two members of \(type) are called \"\(String(decoding: name, as: UTF8.self))\" in JSON")
  }
}
