public import Foundation

/// What a `Data` of Cap'n Proto can be set to: Foundation's `Data`, bytes, or the data of a message.
public protocol BytesSource {
  /// Copies the bytes to where a pointer leads.
  func _store(bytesAt place: PointerPlace) throws(CapnProtoError)
}

extension BytesSource where Self: ContiguousBytes {
  @inlinable public func _store(bytesAt place: PointerPlace) throws(CapnProtoError) {
    try unsafe withUnsafeBytes { unsafe place.storeBytes($0) }.get()
  }
}

extension Bytes.Reader: BytesSource {}
extension Array: BytesSource where Element == UInt8 {}
extension ArraySlice: BytesSource where Element == UInt8 {}
extension ContiguousArray: BytesSource where Element == UInt8 {}
extension Data: BytesSource {}
