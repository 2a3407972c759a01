/// What a `Text` can be set to: a `String`, a `Substring`, UTF-8 bytes, or the text of a message.
public protocol TextSource {
  /// Copies the text to where a pointer leads.
  func _store(at pointer: PointerBuilder) throws(CapnProtoError)
}

extension TextSource where Self: StringProtocol {
  @inlinable public func _store(at pointer: PointerBuilder) throws(CapnProtoError) {
    let stored = utf8.withContiguousStorageIfAvailable { bytes in
      unsafe pointer.storeText(UnsafeRawBufferPointer(bytes))
    }
    if let stored { return try stored.get() }
    try Array(utf8)._store(at: pointer)
  }
}

extension String: TextSource {}
extension Substring: TextSource {}

extension StaticString: TextSource {
  @inlinable @inline(__always)
  public func _store(at pointer: PointerBuilder) throws(CapnProtoError) {
    guard hasPointerRepresentation else { return try description._store(at: pointer) }
    unsafe try pointer.setText(
      UnsafeRawBufferPointer(start: utf8Start, count: utf8CodeUnitCount))
  }
}

/// Bytes that are UTF-8 already.
extension Array: TextSource where Element == UInt8 {
  @inlinable public func _store(at pointer: PointerBuilder) throws(CapnProtoError) {
    try unsafe withUnsafeBytes { unsafe pointer.storeText($0) }.get()
  }
}

extension Text.Reader: TextSource {
  @inlinable @inline(__always)
  public func _store(at pointer: PointerBuilder) throws(CapnProtoError) {
    unsafe try pointer.setText(bytes)
    withExtendedLifetime(arena) {}
  }
}

extension PointerBuilder {
  @inlinable @inline(__always)
  func setText(_ bytes: UnsafeRawBufferPointer) throws(CapnProtoError) {
    unsafe try arena.setText(segment, pointer, bytes)
  }

  // For the closures of the standard library that know nothing of typed errors.
  @inlinable
  func storeText(_ bytes: UnsafeRawBufferPointer) -> Result<Void, CapnProtoError> {
    Result { () throws(CapnProtoError) in unsafe try setText(bytes) }
  }
}
