public import Foundation

/// What a `Data` of Cap'n Proto can be set to: Foundation's `Data`, bytes, or the data of a message.
public protocol BytesSource {
  /// Copies the bytes to where a pointer leads.
  func _store(bytesAt pointer: PointerBuilder) throws(CapnProtoError)
}

extension BytesSource where Self: ContiguousBytes {
  @inlinable public func _store(bytesAt pointer: PointerBuilder) throws(CapnProtoError) {
    try unsafe withUnsafeBytes { unsafe pointer.storeBytes($0) }.get()
  }
}

extension Bytes.Reader: BytesSource {}
extension Array: BytesSource where Element == UInt8 {}
extension ArraySlice: BytesSource where Element == UInt8 {}
extension ContiguousArray: BytesSource where Element == UInt8 {}
extension Data: BytesSource {}

extension PointerBuilder {
  // For the closures of the standard library that know nothing of typed errors.
  @inlinable
  func storeBytes(_ bytes: UnsafeRawBufferPointer) -> Result<Void, CapnProtoError> {
    Result { () throws(CapnProtoError) in unsafe try arena.setBytes(segment, pointer, bytes) }
  }
}
