extension Arena {
  /// The way from the root to a pointer, in the names of the schema.
  func path(to pointer: UnsafeRawPointer?) -> String? { nil }
}
