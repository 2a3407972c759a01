extension SchemaType {
  /// Whether a null pointer of the type reads as something that is not null.
  var hasDefault: Bool {
    switch self {
    case .interface, .anyPointer, .anyStruct, .anyList, .anyCapability: false
    default: true
    }
  }
}
