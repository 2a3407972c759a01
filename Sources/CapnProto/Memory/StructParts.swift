// Where things lie in memory. Parts own nothing and are copied for free; a view is parts together
// with the arena that keeps the memory alive. Calls into libcapnp give parts, and the view is put
// together in the caller, so that the optimizer sees that the arena need not be retained each time.

/// Where a struct lies.
@unsafe @usableFromInline struct StructParts: BitwiseCopyable {
  @usableFromInline var segment: UnsafeRawPointer?
  @usableFromInline var data: UnsafeRawPointer?
  @usableFromInline var pointers: UnsafeRawPointer?
  @usableFromInline var dataBits: UInt32
  @usableFromInline var pointerCount: UInt16
  @usableFromInline var nesting: Int32

  @inlinable @inline(__always)
  init(
    segment: UnsafeRawPointer?, data: UnsafeRawPointer?, pointers: UnsafeRawPointer?,
    dataBits: UInt32, pointerCount: UInt16, nesting: Int32
  ) {
    unsafe self.segment = segment
    unsafe self.data = data
    unsafe self.pointers = pointers
    unsafe self.dataBits = dataBits
    unsafe self.pointerCount = pointerCount
    unsafe self.nesting = nesting
  }

  /// The scalar at an index in units of its own size, or the default beyond the data section.
  @inlinable @inline(__always)
  func scalar<T: Scalar>(at index: Int, mask: T.Bits) -> T {
    guard unsafe UInt(bitPattern: index) < UInt(dataBits) / UInt(T.Bits.bitWidth) else {
      return T(_bits: mask)
    }
    let bits = unsafe data.unsafelyUnwrapped.loadUnaligned(
      fromByteOffset: index &* MemoryLayout<T.Bits>.size, as: T.Bits.self)
    return T(_bits: bits ^ mask)
  }

  /// The bit at an index, or the default beyond the data section.
  @inlinable @inline(__always)
  func bool(at index: Int, mask: Bool) -> Bool {
    guard unsafe UInt(bitPattern: index) < UInt(dataBits) else { return mask }
    let byte = unsafe data.unsafelyUnwrapped.load(fromByteOffset: index >> 3, as: UInt8.self)
    return ((byte >> UInt8(truncatingIfNeeded: index & 7)) & 1 == 1) != mask
  }

  /// The address of a pointer, or nil beyond the pointer section.
  @inlinable @inline(__always)
  func slot(_ index: Int) -> UnsafeRawPointer? {
    guard unsafe UInt(bitPattern: index) < UInt(pointerCount) else { return nil }
    return unsafe pointers.unsafelyUnwrapped + index &* 8
  }

  /// Whether a pointer is there and not null.
  @inlinable @inline(__always)
  func has(_ index: Int) -> Bool {
    guard let slot = unsafe slot(index) else { return false }
    return unsafe slot.loadUnaligned(as: UInt64.self) != 0
  }
}
