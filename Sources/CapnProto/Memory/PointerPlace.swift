/// Where a pointer of a builder lies, for a call that stores something there.
///
/// It is good as long as that call, whose caller has the view.
@safe public struct PointerPlace {
  @usableFromInline let segment: SegmentRef?
  @usableFromInline let pointer: UnsafeMutableRawPointer?

  @inlinable @inline(__always)
  init(segment: SegmentRef?, pointer: UnsafeMutableRawPointer?) {
    unsafe self.segment = segment
    unsafe self.pointer = pointer
  }

  @inlinable @inline(__always)
  func setText(_ bytes: UnsafeRawBufferPointer) throws(CapnProtoError) {
    unsafe try segment.setText(pointer, bytes)
  }

  // For the closures of the standard library that know nothing of typed errors.
  @inlinable
  func storeText(_ bytes: UnsafeRawBufferPointer) -> Result<Void, CapnProtoError> {
    Result { () throws(CapnProtoError) in unsafe try setText(bytes) }
  }

  @inlinable
  func storeBytes(_ bytes: UnsafeRawBufferPointer) -> Result<Void, CapnProtoError> {
    Result { () throws(CapnProtoError) in unsafe try segment.setBytes(pointer, bytes) }
  }
}
