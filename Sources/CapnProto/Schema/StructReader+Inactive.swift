extension StructReader {
  /// The same place in the message, without any fields: each reads as its default.
  ///
  /// This is what a group in a union reads as while another member of the union is active.
  @inlinable public var withoutFields: StructReader {
    unsafe StructReader(
      arena: arena,
      parts: StructParts(
        segment: nil, data: nil, pointers: nil,
        sizes: StructSizes(dataBits: 0, pointerCount: 0, nesting: .max)))
  }
}
