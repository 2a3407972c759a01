/// What a `Text` can be set to: a `String`, a `Substring`, UTF-8 bytes, or the text of a message.
public protocol TextSource {
  /// Copies the text to where a pointer leads.
  func _store(textAt place: PointerPlace) throws(CapnProtoError)
}

extension TextSource where Self: StringProtocol {
  @inlinable public func _store(textAt place: PointerPlace) throws(CapnProtoError) {
    let stored = utf8.withContiguousStorageIfAvailable { bytes in
      unsafe place.storeText(UnsafeRawBufferPointer(bytes))
    }
    if let stored { return try stored.get() }
    try Array(utf8)._store(textAt: place)
  }
}

extension String: TextSource {}
extension Substring: TextSource {}

extension StaticString: TextSource {
  @inlinable @inline(__always)
  public func _store(textAt place: PointerPlace) throws(CapnProtoError) {
    guard hasPointerRepresentation else { return try description._store(textAt: place) }
    unsafe try place.setText(
      UnsafeRawBufferPointer(start: utf8Start, count: utf8CodeUnitCount))
  }
}

/// Bytes that are UTF-8 already.
extension Array: TextSource where Element == UInt8 {
  @inlinable public func _store(textAt place: PointerPlace) throws(CapnProtoError) {
    try unsafe withUnsafeBytes { unsafe place.storeText($0) }.get()
  }
}

extension Text.Reader: TextSource {
  @inlinable @inline(__always)
  public func _store(textAt place: PointerPlace) throws(CapnProtoError) {
    defer { withExtendedLifetime(arena) {} }
    unsafe try place.setText(bytes)
  }
}
