public import Foundation

/// What a `Text` can be set to: a `String`, a `Substring`, or the text of a message.
public protocol TextSource {
  /// Calls a function with the UTF-8 bytes.
  func _withTextBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R
}

extension TextSource where Self: StringProtocol {
  @inlinable public func _withTextBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    let result = utf8.withContiguousStorageIfAvailable { bytes in
      unsafe body(UnsafeRawBufferPointer(bytes))
    }
    if let result { return result }
    return unsafe Array(utf8).withUnsafeBytes(body)
  }
}

extension String: TextSource {}
extension Substring: TextSource {}

extension Text.Reader: TextSource {
  @inlinable public func _withTextBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    defer { withExtendedLifetime(arena) {} }
    return unsafe body(bytes)
  }
}

extension StaticString: TextSource {
  @inlinable public func _withTextBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    withUTF8Buffer { unsafe body(UnsafeRawBufferPointer($0)) }
  }
}

/// What a `Data` of Cap'n Proto can be set to: Foundation's `Data`, bytes, or the data of a message.
public protocol BytesSource {
  /// Calls a function with the bytes.
  func _withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R
}

extension Bytes.Reader: BytesSource {
  @inlinable public func _withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    defer { withExtendedLifetime(arena) {} }
    return unsafe body(bytes)
  }
}

extension Array: BytesSource where Element == UInt8 {
  @inlinable public func _withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    unsafe withUnsafeBytes { unsafe body($0) }
  }
}

extension ArraySlice: BytesSource where Element == UInt8 {
  @inlinable public func _withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    unsafe withUnsafeBytes { unsafe body($0) }
  }
}

extension ContiguousArray: BytesSource where Element == UInt8 {
  @inlinable public func _withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    unsafe withUnsafeBytes { unsafe body($0) }
  }
}

extension Data: BytesSource {
  @inlinable public func _withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    unsafe withUnsafeBytes { unsafe body($0) }
  }
}
